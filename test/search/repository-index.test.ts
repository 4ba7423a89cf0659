import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { RepositoryIndex, type RepositoryIndexOptions } from "../../src/search/repository-index.ts";
import { ChangeLog, SnapshotStore } from "./change-log.ts";
import { many } from "./many-docs.ts";

const repository = { id: 1, owner: "lantern", name: "site", installation: 1 };
const groups = [...new Set(many.map(({ group }) => group))];

function world(options: Partial<RepositoryIndexOptions> = {}) {
  const store = new ChangeLog();
  const snapshots = new SnapshotStore();
  const its = new RepositoryIndex({
    store,
    snapshots,
    madeBy: "this version",
    yieldToEventLoop: () => turn(),
    ...options,
  });
  store.write(1, many);
  return { store, snapshots, its, follow: () => its.bringUpToDate(repository) };
}

/** Writes some of the pages again. */
function rewrite(store: ChangeLog, count: number): void {
  const some = new Set(groups.slice(0, count));
  const items = many.filter(({ group }) => some.has(group)).map((item) => ({ ...item, body: `${item.body} Again.` }));
  store.write(1, items, [...some]);
}

describe("the index of a repository", () => {
  it("fits a latent space when it is told, and again when more than a fifth has changed", async () => {
    const { store, its, follow } = world();
    await follow();
    expect([its.needsFit, its.view.latent]).toEqual([true, undefined]);
    await its.fit();
    expect(its.needsFit).toBe(false);
    const { latent } = its.view;
    expect(latent).toBeDefined();
    rewrite(store, groups.length / 10);
    await follow();
    expect([its.needsFit, its.view.latent]).toEqual([false, latent]);
    rewrite(store, groups.length / 5);
    await follow();
    expect(its.needsFit).toBe(true);
  });

  it("gives new items a place in the space that is there", async () => {
    const { store, its, follow } = world();
    await follow();
    await its.fit();
    store.write(1, [{ ...many[1]!, id: "new", group: "new" }]);
    await follow();
    const { index, latent } = its.view;
    const near = latent?.similarity([{ term: "proxi", weight: 1 }]) ?? (() => 0);
    expect(near(index.slotOf("new") ?? -1)).toBeCloseTo(near(index.slotOf(many[1]!.id) ?? -1), 1);
    expect(near(index.slotOf("new") ?? -1)).toBeGreaterThan(0.1);
  });

  it("stops fitting when the knowledge changes, and can fit after that", async () => {
    const { store, its, follow } = world();
    await follow();
    const fitting = its.fit();
    rewrite(store, 1);
    await follow();
    await fitting;
    expect([its.needsFit, its.view.latent]).toEqual([true, undefined]);
    await its.fit();
    expect(its.view.latent).toBeDefined();
  });

  it("goes on fitting when nothing has changed", async () => {
    const { its, follow } = world();
    await follow();
    await Promise.all([its.fit(), follow(), follow()]);
    expect(its.view.latent).toBeDefined();
  });

  it("is worth saving until it is saved", async () => {
    const { snapshots, its, follow } = world();
    expect(its.needsSave).toBe(false);
    await follow();
    expect(its.needsSave).toBe(true);
    await its.save(repository);
    expect([its.needsSave, snapshots.kept.get(1)?.revision]).toEqual([false, 1]);
  });

  it("is still worth saving when the store would not have it", async () => {
    const refusing = { findSnapshot: () => Promise.resolve(undefined), keepSnapshot: () => Promise.resolve(false) };
    const { its, follow } = world({ snapshots: refusing });
    await follow();
    await its.save(repository);
    expect(its.needsSave).toBe(true);
  });

  it("forgets half of a change, and takes all of it the next time", async () => {
    let isBroken = true;
    const yieldToEventLoop = async () => {
      await turn();
      if (isBroken) throw new Error("Interrupted.");
    };
    const { store, its, follow } = world({ yieldToEventLoop });
    store.write(
      1,
      Array.from({ length: 20 }, (_, i) => ({ ...many[0]!, id: `${i}`, body: "lantern ".repeat(1_000) })),
    );
    await expect(follow()).rejects.toThrow("Interrupted.");
    expect(its.size).toBe(0);
    isBroken = false;
    await follow();
    expect(its.size).toBe(many.length + 20);
  });
});
