import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EntryEvidence, FaqReads, FaqRecords } from "../../src/features/faq/store/faq-records.ts";
import type { Promotion } from "../../src/features/faq/promotion/promotion.ts";
import type { Records } from "../../src/core/records.ts";
import { suggested, thought } from "./suggestion-records-contract.ts";

/** An empty store on one adapter, and the records that it counts. */
export interface FaqWorld {
  readonly store: FaqRecords;
  readonly records: Records;
  close(): Promise<void>;
}

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 1 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };

function promotion(number: number, over: Partial<Promotion> = {}): Promotion {
  return {
    number,
    file: "docs/FAQ.md",
    branch: `faq/discussion-${number}`,
    question: "Why?",
    wanted: "x1",
    state: "proposed",
    change: "add",
    url: `https://github.com/acme/widgets/discussions/${number}`,
    by: "hana",
    redacted: ["token"],
    ...over,
  };
}

const evidence: EntryEvidence = {
  item: "docs:docs/FAQ.md#why",
  seen: "2026-01-01",
  verified: "2026-01-02",
  judged: { helpful: 1, unhelpful: 0 },
  links: [{ item: "docs:docs/a.md#b", sketch: [1, 2, 2 ** 32 - 1] }],
  stale: ["it was refused"],
};

/** What every store of the FAQ loop keeps, whichever database is behind it. */
export function faqStoreContract(adapter: string, open: () => Promise<FaqWorld>): void {
  describe(`the FAQ's records on ${adapter}`, () => {
    let world: FaqWorld;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    it("keep one promotion a thread, the newer in the place of the older", async () => {
      const { store } = world;
      await store.keepPromotion(widgets, promotion(12));
      await store.keepPromotion(widgets, promotion(12, { state: "published", question: "Why not?" }));
      await store.keepPromotion(widgets, promotion(3, { branch: "faq/collected" }));
      await store.keepPromotion(gadgets, promotion(12));
      expect(await store.findPromotion(widgets, 12)).toEqual(
        promotion(12, { state: "published", question: "Why not?" }),
      );
      expect(await store.findPromotion(widgets, 4)).toBeUndefined();
      const numbers = async (wanted: Parameters<FaqReads["promotions"]>[1]) =>
        (await store.promotions(widgets, wanted)).map(({ number }) => number);
      expect(await numbers({})).toEqual([3, 12]);
      expect(await numbers({ state: "proposed" })).toEqual([3]);
      expect(await numbers({ branch: "faq/discussion-12" })).toEqual([12]);
      expect(await numbers({ branch: "faq/discussion-12", state: "proposed" })).toEqual([]);
    });

    it("keep the evidence of all entries in the place of what was", async () => {
      const { store } = world;
      await store.keepEvidence(widgets, [evidence, { ...evidence, item: "docs:docs/FAQ.md#a" }]);
      await store.keepEvidence(gadgets, [evidence]);
      await store.keepEvidence(widgets, [evidence]);
      expect(await store.evidence(widgets)).toEqual([evidence]);
      await store.keepEvidence(widgets, []);
      expect(await store.evidence(widgets)).toEqual([]);
      expect(await store.evidence(gadgets)).toEqual([evidence]);
    });

    it("keep the review issue", async () => {
      const { store } = world;
      expect(await store.findReview(widgets)).toBeUndefined();
      await store.keepReview(widgets, { number: 5, listed: ["a"], offered: [] });
      await store.keepReview(widgets, { number: 6, listed: [], offered: [1] });
      expect(await store.findReview(widgets)).toEqual({ number: 6, listed: [], offered: [1] });
      expect(await store.findReview(gadgets)).toBeUndefined();
    });

    it("count the threads in which each entry was suggested, and what people thought of it", async () => {
      const { store, records } = world;
      const at = new Date("2026-03-02T10:00:00Z");
      for (const number of [1, 2, 3])
        await records.recordSuggestion(widgets, number, suggested([["docs:a#b", 0.8]]), at);
      await records.recordFeedback(widgets, 1, thought("ann", true), at);
      await records.recordFeedback(widgets, 2, thought("bob", false), at);
      expect(await store.entryCounts(widgets)).toEqual(new Map([["docs:a#b", { hits: 3, helpful: 1, unhelpful: 1 }]]));
      expect(await store.entryCounts(gadgets)).toEqual(new Map());
    });

    it("are forgotten with their repository, and no others", async () => {
      const { store } = world;
      for (const repository of [widgets, gadgets]) {
        await store.keepPromotion(repository, promotion(12));
        await store.keepEvidence(repository, [evidence]);
        await store.keepReview(repository, { number: 5, listed: [], offered: [] });
      }
      await store.forgetRepository(widgets);
      expect(await store.findPromotion(widgets, 12)).toBeUndefined();
      expect(await store.evidence(widgets)).toEqual([]);
      expect(await store.findReview(widgets)).toBeUndefined();
      expect(await store.findPromotion(gadgets, 12)).toEqual(promotion(12));
      expect(await store.evidence(gadgets)).toEqual([evidence]);
    });
  });
}
