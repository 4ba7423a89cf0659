import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LivingIssueRecord } from "../../src/features/living-issue/living-issue-record.ts";
import type { LivingIssueRecords } from "../../src/features/living-issue/store/living-issue-records.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 2 ** 35 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };

const whole: LivingIssueRecord = {
  state: "kept",
  number: 4,
  listed: "12:34",
  at: "2026-03-02T09:00:00.000Z",
  editEvery: 300,
  refusedAt: "2026-03-02T10:00:00.000Z",
};

/** An empty store on one adapter. */
export interface LivingIssueWorld {
  readonly store: LivingIssueRecords;
  close(): Promise<void>;
}

/** What every store of living issues keeps, whichever database is behind it. */
export function livingIssueStoreContract(adapter: string, open: () => Promise<LivingIssueWorld>): void {
  describe(`the store of living issues on ${adapter}`, () => {
    let store: LivingIssueRecords;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    it("gives back what was kept last of each repository", async () => {
      expect(await store.findLivingIssue(widgets)).toBeUndefined();
      await store.keepLivingIssue(widgets, whole);
      await store.keepLivingIssue(gadgets, { state: "off" });
      expect(await store.findLivingIssue(widgets)).toEqual(whole);
      await store.keepLivingIssue(widgets, { state: "gone", number: 4 });
      expect(await store.findLivingIssue(widgets)).toEqual({ state: "gone", number: 4 });
      expect(await store.findLivingIssue(gadgets)).toEqual({ state: "off" });
    });

    it("knows which repositories are listed in another's issue, until they are no more", async () => {
      const elsewhere: LivingIssueRecord = {
        state: "elsewhere",
        listedIn: widgets.id,
        in: "acme/widgets",
        privateTitles: true,
      };
      await store.keepLivingIssue(widgets, { ...whole, in: "acme/widgets" });
      await store.keepLivingIssue(gadgets, elsewhere);
      expect(await store.listedIn(widgets)).toEqual([{ repository: gadgets.id, record: elsewhere }]);
      expect(await store.listedIn(gadgets)).toEqual([]);
      await store.keepLivingIssue(gadgets, { state: "kept" });
      expect(await store.listedIn(widgets)).toEqual([]);
      await store.keepLivingIssue(gadgets, elsewhere);
      await store.forgetRepository(gadgets);
      expect(await store.listedIn(widgets)).toEqual([]);
    });

    it("forgets a repository", async () => {
      await store.keepLivingIssue(widgets, whole);
      await store.keepLivingIssue(gadgets, whole);
      await store.forgetRepository(widgets);
      expect(await store.findLivingIssue(widgets)).toBeUndefined();
      expect(await store.findLivingIssue(gadgets)).toEqual(whole);
    });
  });
}
