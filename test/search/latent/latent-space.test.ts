import { describe, expect, it } from "vitest";
import type { KnowledgeItem } from "../../../src/core/knowledge.ts";
import { find } from "../../../src/search/find.ts";
import { SearchIndex } from "../../../src/search/index/search-index.ts";
import { LatentSpace } from "../../../src/search/latent/latent-space.ts";
import { weighTerms } from "../../../src/search/ranking/weigh-terms.ts";
import { readQuestion } from "../../../src/search/question/read-question.ts";
import { ask } from "../lantern-docs.ts";
import { section, thread } from "../ranking/small-world.ts";

const pause = () => Promise.resolve();

const topics = [
  ["crash", "segfault", "memory", "dump", "core"],
  ["colour", "palette", "theme", "contrast", "shade"],
  ["invoice", "payment", "card", "refund", "price"],
  ["calendar", "meeting", "reminder", "timezone", "event"],
];

/** Threads of three words of one topic each, more of one topic than of the next. */
const threads = topics.flatMap((words, topic) =>
  Array.from({ length: 8 + topic }, (_, i) => {
    const picked = [0, 1, 2].map((k) => words[(i + k * (1 + (i % 2))) % words.length]);
    return thread(topic * 100 + i, `About ${picked[0]}`, `It is the ${picked[1]} and the ${picked[2]}.`);
  }),
);
const pages = [section("a", "", "Dump files", "Where the core goes."), section("b", "", "Shade", "Dark and light.")];

async function fitted(items: readonly KnowledgeItem[]): Promise<{ index: SearchIndex; latent: LatentSpace }> {
  const index = new SearchIndex();
  index.add(items);
  const latent = await LatentSpace.fit(index, pause);
  if (latent === undefined) throw new Error("There are enough items for a space.");
  return { index, latent };
}

function nearness({ index, latent }: { index: SearchIndex; latent: LatentSpace }, title: string, id: string): number {
  return latent.similarity(weighTerms(index, readQuestion(ask(title))).known)(index.slotOf(id) ?? -1);
}

describe("a latent space", () => {
  it("places terms of the same texts near each other", async () => {
    const space = await fitted(threads);
    // Neither has the word; the first is about memory, dump and core.
    expect(nearness(space, "segfault", "thread:2")).toBeGreaterThan(0.5);
    expect(nearness(space, "segfault", "thread:102")).toBeLessThan(0.2);
  });

  it("lets a question be answered by a page that also means what it says", async () => {
    const items = [...threads, ...pages, section("c", "", "Dump trucks", "Where the segfault and the palette go.")];
    const view = await fitted(items);
    const [first] = find(view, ask("core segfault crash"), 1, { kinds: new Set(["docs"] as const) });
    expect(first?.entry.id).toBe("docs:a");
    expect(first?.parts["latent"]).toBeGreaterThan(0);
  });

  it("gives documents that come later the place that their words give them", async () => {
    const space = await fitted(threads);
    space.index.add(pages);
    expect(nearness(space, "segfault", "docs:a")).toBe(0);
    for (const { id } of pages) space.latent.add(space.index.slotOf(id) ?? -1);
    expect(nearness(space, "segfault", "docs:a")).toBeGreaterThan(0.5);
    space.latent.drop(space.index.slotOf("docs:a") ?? -1);
    expect(nearness(space, "segfault", "docs:a")).toBe(0);
  });

  it("is the same after its parts have been put together again", async () => {
    const space = await fitted([...threads, ...pages]);
    const again = { ...space, latent: LatentSpace.fromParts(space.latent.toParts(), space.index) };
    expect(nearness(again, "segfault", "docs:a")).toBe(nearness(space, "segfault", "docs:a"));
  });

  it("does not depend on the order in which items came", async () => {
    const items = [...threads, ...pages];
    const one = await fitted(items);
    const other = await fitted(items.toReversed());
    for (const { id } of items)
      expect(nearness(one, "crash theme", id)).toBeCloseTo(nearness(other, "crash theme", id), 1);
  });

  it("lets others work while it is fitted, and ends when they want it to", async () => {
    const index = new SearchIndex();
    index.add([...threads, ...pages]);
    let steps = 0;
    const stop = () => (++steps > 3 ? Promise.reject(new Error("The index changes.")) : Promise.resolve());
    await expect(LatentSpace.fit(index, stop)).rejects.toThrow("The index changes.");
  });

  it.each<[string, readonly KnowledgeItem[]]>([
    ["few items", pages],
    ["none", []],
  ])("is not made of %s", async (_, items) => {
    const index = new SearchIndex();
    index.add(items);
    expect(await LatentSpace.fit(index, pause)).toBeUndefined();
  });

  it("is made of items that all say the same, or nothing", async () => {
    const same = Array.from({ length: 40 }, (_, i) => section(`p${i}`, "", "Backups", "Every night."));
    const empty = Array.from({ length: 40 }, (_, i) => section(`q${i}`, "", "", ""));
    expect(nearness(await fitted(same), "backups", "docs:p3")).toBeCloseTo(1, 1);
    expect(nearness(await fitted(empty), "backups", "docs:q3")).toBe(0);
  });
});
