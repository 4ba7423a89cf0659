import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ResolutionRecords } from "../../src/features/resolution/store/resolution-records.ts";
import type { ThreadResolution } from "../../src/features/resolution/thread-resolution.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 2 ** 35 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };
const at = (day: number) => new Date(Date.UTC(2026, 2, day, 9));

const proposal = {
  comment: "DC_1",
  at: at(3).toISOString(),
  isOpen: true,
  wasTold: true,
  title: "Why 🌒'; drop table x; --",
  url: "https://example.com/12#discussioncomment-1",
};
const whole: ThreadResolution = {
  number: 12,
  silence: { after: "DC_2", remindedAt: at(9).toISOString(), closesAt: at(23).toISOString(), isSpent: true },
  proposal,
  closing: { at: at(23).toISOString() },
};

/** An empty store on one adapter. */
export interface ResolutionWorld {
  readonly store: ResolutionRecords;
  close(): Promise<void>;
}

/** What every store of the ends of threads keeps, whichever database is behind it. */
export function resolutionStoreContract(adapter: string, open: () => Promise<ResolutionWorld>): void {
  describe(`the store of the ends of threads on ${adapter}`, () => {
    let store: ResolutionRecords;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    it("gives back what was kept last, and when to look at it", async () => {
      await store.keepResolution(widgets, { number: 12 }, at(9));
      expect(await store.findResolution(widgets, 12)).toEqual({ number: 12 });
      expect(await store.dueAt(widgets, 12)).toEqual(at(9));
      await store.keepResolution(widgets, whole, undefined);
      expect(await store.findResolution(widgets, 12)).toEqual(whole);
      expect(await store.dueAt(widgets, 12)).toBeUndefined();
      expect(await store.findResolution(widgets, 13)).toBeUndefined();
      expect(await store.dueAt(widgets, 13)).toBeUndefined();
      expect(await store.findResolution(gadgets, 12)).toBeUndefined();
    });

    it("finds what is due, the longest due first, and no more than asked for", async () => {
      await store.keepResolution(widgets, { number: 1 }, at(9));
      await store.keepResolution(widgets, { number: 2 }, at(8));
      await store.keepResolution(widgets, { number: 3 }, at(10));
      await store.keepResolution(widgets, { number: 4 }, undefined);
      await store.keepResolution(gadgets, { number: 5 }, at(1));
      expect(await store.dueThreads(widgets, at(9), 10)).toEqual([2, 1]);
      expect(await store.dueThreads(widgets, at(9), 1)).toEqual([2]);
      expect(await store.dueThreads(widgets, at(7), 10)).toEqual([]);
    });

    it("lists open proposals", async () => {
      await store.keepResolution(widgets, whole, undefined);
      await store.keepResolution(widgets, { number: 11, proposal: { ...proposal, isOpen: false } }, undefined);
      await store.keepResolution(widgets, { number: 10 }, at(9));
      await store.keepResolution(gadgets, { ...whole, number: 9 }, undefined);
      const { title, url, at: since } = proposal;
      expect(await store.openProposals(widgets, 10)).toEqual([{ number: 12, title, url, at: since }]);
      expect(await store.openProposals(widgets, 0)).toEqual([]);
    });

    it("forgets a thread, and a repository", async () => {
      await store.keepResolution(widgets, whole, at(9));
      await store.keepResolution(widgets, { number: 13 }, at(9));
      await store.keepResolution(gadgets, whole, at(9));
      await store.forgetResolution(widgets, 13);
      expect(await store.dueThreads(widgets, at(9), 10)).toEqual([12]);
      await store.forgetRepository(widgets);
      expect(await store.findResolution(widgets, 12)).toBeUndefined();
      expect(await store.findResolution(gadgets, 12)).toEqual(whole);
    });
  });
}
