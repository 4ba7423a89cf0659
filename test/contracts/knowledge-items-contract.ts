import { expect, it } from "vitest";
import type { AnsweredThread, Section } from "../../src/core/knowledge.ts";
import type { KnowledgeRecords } from "../../src/core/knowledge-records.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 1 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };
const site = { url: "https://d.example", root: "docs", ending: "" as const };

function section(path: string, anchor: string, text = "Run it."): Section {
  return { path, anchor, headings: ["Guide"], title: "Guide", text, code: "", links: [], aliases: [], line: 1 };
}

function thread(number: number, answer = "So"): AnsweredThread {
  const days = { askedAt: "2026-01-01T00:00:00Z", answeredAt: "2026-01-02T00:00:00Z" };
  const url = `https://github.com/acme/widgets/discussions/${number}`;
  return { number, title: "How?", question: "Tell me", answer, url, category: "Q&A", links: [], ...days };
}

async function publish(store: KnowledgeRecords, commit: string, sections: readonly Section[]): Promise<void> {
  const pages = [...Map.groupBy(sections, ({ path }) => path)].map(([path, its]) => ({ path, sha: commit, its }));
  for (const { its, ...page } of pages) await store.putPage(page, its);
  await store.publishDocs(widgets, commit, site, pages);
}

/** What every store tells of items by their ids. */
export function itemsContract(store: () => KnowledgeRecords): void {
  const ids = async (asked: readonly string[]): Promise<readonly string[]> =>
    (await store().items(widgets, asked)).map(({ id }) => id);

  it("gives every item by its id as it gave it when it changed", async () => {
    const anchors = ["", "a", "a", "b"];
    await publish(store(), "c1", [...anchors.map((it) => section("docs/x.md", it)), section("docs/#1 #fast.md", "a")]);
    await store().keepThreads(widgets, [thread(1), thread(12)]);
    const { put } = await store().changesSince(widgets, 0);
    expect(put).toHaveLength(7);
    expect(
      await store().items(
        widgets,
        put.map(({ id }) => id),
      ),
    ).toEqual(put);
  });

  it("gives items in the order they were asked for", async () => {
    await publish(store(), "c1", [section("a.md", "x"), section("a.md", "y"), section("b.md", "x")]);
    await store().keepThreads(widgets, [thread(2), thread(3)]);
    const asked = ["thread:3", "docs:a.md#y", "thread:2", "docs:b.md#x", "docs:a.md#x"];
    expect(await ids(asked)).toEqual(asked);
  });

  it("leaves out what is gone, what never was and what is another repository's", async () => {
    await publish(store(), "c1", [section("a.md", "x"), section("b.md", "x")]);
    await store().keepThreads(widgets, [thread(1), thread(2)]);
    await store().keepThreads(gadgets, [thread(5)]);
    await publish(store(), "c2", [section("a.md", "y")]);
    await store().forgetThread(widgets, 2);
    const nonsense = [
      "",
      "docs:",
      "docs:a.md",
      "docs:a.md#",
      "docs:#y",
      "thread:",
      "thread:0x1",
      "thread: 1",
      "a.md#y",
    ];
    expect(
      await ids([...nonsense, "docs:a.md#x", "docs:b.md#x", "thread:2", "thread:5", "docs:a.md#y", "thread:1"]),
    ).toEqual(["docs:a.md#y", "thread:1"]);
    await store().forgetRepository(widgets);
    expect(await ids(["docs:a.md#y", "thread:1"])).toEqual([]);
    expect(await store().items({ ...widgets, id: 99 }, ["thread:1"])).toEqual([]);
  });

  it("gives an item as it is now", async () => {
    await publish(store(), "c1", [section("docs/a.md", "x", "old")]);
    await store().keepThreads(widgets, [thread(1, "old")]);
    await publish(store(), "c2", [section("docs/a.md", "x", "new")]);
    await store().keepThreads(widgets, [thread(1, "new")]);
    expect(await store().items(widgets, ["docs:docs/a.md#x", "thread:1"])).toMatchObject([
      { body: "new", url: "https://d.example/a#x" },
      { answer: "new" },
    ]);
  });

  it("takes many ids at once", async () => {
    const sections = Array.from({ length: 700 }, (_, index) => section(`${index % 70}.md`, `s${index}`));
    await publish(store(), "c1", sections);
    const asked = sections.map(({ path, anchor }) => `docs:${path}#${anchor}`).toReversed();
    expect(await ids(asked)).toEqual(asked);
  });
}
