import { describe, expect, it } from "vitest";
import type { AnsweredThread, PageRef } from "../../src/core/knowledge.ts";
import type { KnowledgeRecords } from "../../src/core/knowledge-records.ts";
import { aSection } from "../helpers/builders.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 1 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };
const faqPage: PageRef = { path: "docs/FAQ.md", sha: "1" };
const guide: PageRef = { path: "docs/guide.md", sha: "1" };

function thread(number: number, over: Partial<AnsweredThread> = {}): AnsweredThread {
  return {
    number,
    title: `How ${number}?`,
    question: "",
    answer: "",
    url: `https://github.com/acme/widgets/discussions/${number}`,
    category: "Q&A",
    links: [],
    askedAt: "2026-01-01T00:00:00Z",
    answeredAt: `2026-01-0${number}T00:00:00Z`,
    ...over,
  };
}

/** What the FAQ loop asks of the knowledge. */
export function faqKnowledgeContract(store: () => KnowledgeRecords): void {
  describe("the FAQ", () => {
    const publish = async () => {
      await store().putPage(faqPage, [
        aSection(faqPage.path, { anchor: "faq", title: "FAQ" }),
        aSection(faqPage.path, { isFaq: true, verified: "2026-01-02", source: 12 }),
        aSection(faqPage.path, { isFaq: true, anchor: "how", title: "How?" }),
      ]);
      await store().putPage(guide, [aSection(guide.path)]);
      await store().publishDocs(widgets, "c1", undefined, [faqPage, guide]);
    };

    it("has the entries of published pages, as they stand and as they are found", async () => {
      await publish();
      const entries = await store().faqEntries(widgets);
      expect(entries.map(({ item, section: it }) => [item.id, item.kind, it.verified, item.source])).toEqual([
        ["docs:docs/FAQ.md#why", "faq", "2026-01-02", 12],
        ["docs:docs/FAQ.md#how", "faq", undefined, undefined],
      ]);
      expect(await store().faqEntries(gadgets)).toEqual([]);
    });

    it("has stale entries told to whoever follows its changes, and told when they are fresh again", async () => {
      await publish();
      const retired = async (since: number) => {
        const { revision, put } = await store().changesSince(widgets, since);
        return { revision, put: put.map(({ id, retired: why }) => [id, why]) };
      };
      const { revision } = await retired(0);
      await store().markStale(widgets, ["docs:docs/FAQ.md#why"]);
      await store().markStale(widgets, ["docs:docs/FAQ.md#why"]);
      const stale = await retired(revision);
      expect(stale.put).toEqual([
        ["docs:docs/FAQ.md#faq", undefined],
        ["docs:docs/FAQ.md#why", "stale"],
        ["docs:docs/FAQ.md#how", undefined],
      ]);
      expect((await store().items(widgets, ["docs:docs/FAQ.md#why"]))[0]?.retired).toBe("stale");
      expect((await retired(stale.revision)).put).toEqual([]);
      await store().markStale(gadgets, []);
      await store().markStale(widgets, []);
      expect((await retired(stale.revision)).put).toContainEqual(["docs:docs/FAQ.md#why", undefined]);
    });

    it("has answers that others link to, each link of one answer once", async () => {
      const one = "https://github.com/acme/widgets/discussions/1";
      await store().keepThreads(widgets, [
        thread(1, { links: [one] }),
        thread(2, { links: [one, `${one}#discussioncomment-5`, "https://github.com/acme/gadgets/discussions/3"] }),
        thread(3, { links: [one.toUpperCase(), "https://github.com/acme/widgets/discussions/2"] }),
      ]);
      expect((await store().linkedThreads(widgets)).map(({ number, links }) => [number, links])).toEqual([
        [3, 0],
        [2, 1],
        [1, 2],
      ]);
      expect(await store().linkedThreads(gadgets)).toEqual([]);
    });
  });
}
