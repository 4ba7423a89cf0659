import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Records } from "../../src/core/records.ts";
import { fitted, opinionsContract, suggested, suggestionsContract, thought } from "./suggestion-records-contract.ts";

/** An empty store on one adapter, and what is in it that the port does not tell. */
export interface RecordWorld {
  readonly store: Records;
  /** Rows of suggestions and feedback as plain values, in the order of their keys. */
  recorded(): Promise<{ readonly suggestions: readonly Row[]; readonly feedback: readonly Row[] }>;
  close(): Promise<void>;
}

/** Repository, thread, item or person, confidence or helpful, milliseconds. */
type Row = readonly [number, number, string, number, number];

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 2 ** 35 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };

/** What every store of records keeps, whichever database is behind it. */
export function recordStoreContract(adapter: string, open: () => Promise<RecordWorld>): void {
  describe(`the record store on ${adapter}`, () => {
    let world: RecordWorld;

    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    repositoriesContract(() => world.store);
    commentsContract(() => world.store);
    commandsContract(() => world.store);
    suggestionsContract(() => world);
    opinionsContract(() => world);

    it("forgets all of a repository, and nothing of another", async () => {
      for (const repository of [widgets, gadgets]) await rememberAll(world.store, repository);
      await world.store.forgetRepository(widgets);
      expect(await world.store.repositories()).toEqual([gadgets]);
      expect(await world.store.findConfig(widgets)).toBeUndefined();
      expect(await world.store.findOurComment(widgets, 1)).toBeUndefined();
      expect(await world.store.findConfig(gadgets)).toEqual({ source: "s", text: "t" });
      expect(await world.store.findOurComment(gadgets, 1)).toBe("C_1");
      expect(await world.store.findSuggestion(widgets, 1)).toBeUndefined();
      expect(await world.store.findThreshold(widgets)).toBeUndefined();
      expect(await world.store.findThreshold(gadgets)).toEqual(fitted);
      expect(await world.store.commandUses(widgets, "eve", new Date(0))).toEqual([]);
      expect(await world.store.commandUses(gadgets, "eve", new Date(0))).toHaveLength(1);
      expect(await world.recorded()).toEqual({ suggestions: [[7, 1, "i", 0.5, 0]], feedback: [[7, 1, "ada", 1, 0]] });
    });
  });
}

async function rememberAll(store: Records, repository: typeof widgets): Promise<void> {
  await store.rememberRepository(repository);
  await store.keepConfig(repository, "s", "t");
  await store.keepOurComment(repository, 1, "C_1");
  await store.recordSuggestion(repository, 1, suggested([["i", 0.5]]), new Date(0));
  await store.recordFeedback(repository, 1, thought("ada", true), new Date(0));
  await store.keepThreshold(repository, fitted);
  await store.recordCommand(repository, { by: "eve", number: 1, key: "c:1", told: false }, new Date(0));
}

function commandsContract(store: () => Records): void {
  const use = (key: string, told = false) => ({ by: "eve", number: 3, key, told });
  const hour = 3_600_000;

  it("knows what a person has used since then, newest first, each use once", async () => {
    await store().recordCommand(widgets, use("c:1", true), new Date(hour));
    await store().recordCommand(widgets, use("c:2"), new Date(2 * hour));
    await store().recordCommand(widgets, use("c:2"), new Date(3 * hour));
    await store().recordCommand(widgets, { ...use("d:1"), by: "ann" }, new Date(2 * hour));
    await store().recordCommand(gadgets, use("e:1"), new Date(2 * hour));
    expect(await store().commandUses(widgets, "eve", new Date(0))).toEqual([use("c:2"), use("c:1", true)]);
    expect(await store().commandUses(widgets, "eve", new Date(2 * hour))).toEqual([use("c:2")]);
    expect(await store().commandUses(widgets, "eve", new Date(3 * hour))).toEqual([]);
  });

  it("keeps what was used for a day", async () => {
    await store().recordCommand(widgets, use("c:1"), new Date(0));
    await store().recordCommand(widgets, use("c:2"), new Date(25 * hour));
    expect(await store().commandUses(widgets, "eve", new Date(0))).toEqual([use("c:2")]);
  });
}

function repositoriesContract(store: () => Records): void {
  it("remembers repositories by their id, under the name they have now", async () => {
    expect(await store().repositories()).toEqual([]);
    expect(await store().isServed(widgets)).toBe(false);
    await store().rememberRepository(widgets);
    expect(await store().isServed(widgets)).toBe(true);
    expect(await store().isServed(gadgets)).toBe(false);
    await store().rememberRepository(gadgets);
    await store().rememberRepository({ ...widgets, owner: "zen", name: "gizmos", installation: 9 });
    expect(await store().repositories()).toEqual([
      gadgets,
      { ...widgets, owner: "zen", name: "gizmos", installation: 9 },
    ]);
  });

  it("keeps the last config of each repository, whatever is in it", async () => {
    expect(await store().findConfig(widgets)).toBeUndefined();
    await store().keepConfig(widgets, "acme/widgets", "docs: {}");
    await store().keepConfig(gadgets, "acme/.github", "");
    await store().keepConfig(widgets, "acme/.github", "# '; drop table configs; --\n👩‍👩‍👧\r\n");
    expect(await store().findConfig(widgets)).toEqual({
      source: "acme/.github",
      text: "# '; drop table configs; --\n👩‍👩‍👧\r\n",
    });
    expect(await store().findConfig(gadgets)).toEqual({ source: "acme/.github", text: "" });
  });
}

function commentsContract(store: () => Records): void {
  it("keeps our one comment of each thread", async () => {
    expect(await store().findOurComment(widgets, 1)).toBeUndefined();
    await store().keepOurComment(widgets, 1, "C_1");
    await store().keepOurComment(widgets, 2, "C_2");
    await store().keepOurComment(widgets, 1, "C_3");
    expect(await store().findOurComment(widgets, 1)).toBe("C_3");
    expect(await store().findOurComment(widgets, 2)).toBe("C_2");
    expect(await store().findOurComment(gadgets, 1)).toBeUndefined();
  });
}
