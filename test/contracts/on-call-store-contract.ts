import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Notice, OnCallRecords } from "../../src/features/on-call/store/on-call-records.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 2 ** 35 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };
const now = new Date("2026-03-02T09:00:00Z");

const notice = (more: Partial<Notice> = {}): Notice => ({
  number: 12,
  clock: "first-response",
  dueAt: new Date("2026-03-02T12:00:00.001Z"),
  step: "near",
  isCalled: true,
  ...more,
});

/** What every store of on-call keeps, whichever database is behind it. */
export function onCallStoreContract(
  adapter: string,
  open: () => Promise<{ readonly store: OnCallRecords; close(): Promise<void> }>,
): void {
  describe(`the store of on-call on ${adapter}`, () => {
    let store: OnCallRecords;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    it("keeps a notice once for each promise and step", async () => {
      const others = [
        notice({ step: "breach" }),
        notice({ clock: "resolution" }),
        notice({ dueAt: new Date("2026-03-02T12:00:00.002Z") }),
        notice({ number: 13 }),
      ];
      await store.keepNotices(widgets, [notice(), ...others]);
      await store.keepNotices(widgets, [notice({ isCalled: false }), ...others]);
      const kept = await store.noticesOf(widgets, [12, 13, 14]);
      expect(kept).toHaveLength(5);
      expect(kept).toEqual(expect.arrayContaining([notice(), ...others]));
      expect(await store.noticesOf(widgets, [14])).toEqual([]);
      expect(await store.noticesOf(gadgets, [12])).toEqual([]);
      expect(await store.noticesOf(widgets, [])).toEqual([]);
      await store.keepNotices(widgets, []);
    });

    it("finds notices of thousands of threads", async () => {
      const numbers = Array.from({ length: 1_200 }, (_, index) => index);
      await store.keepNotices(
        widgets,
        numbers.map((number) => notice({ number })),
      );
      expect(await store.noticesOf(widgets, numbers)).toHaveLength(1_200);
    });

    it("keeps the labels put on a thread until there are none", async () => {
      await store.keepPutLabels(widgets, 12, { subject: "D_12", labels: ["soon"] });
      await store.keepPutLabels(widgets, 12, { subject: "D_12", labels: ["overdue 'x'; --"] });
      expect(await store.findPutLabels(widgets, 12)).toEqual({ subject: "D_12", labels: ["overdue 'x'; --"] });
      expect(await store.findPutLabels(gadgets, 12)).toBeUndefined();
      await store.keepPutLabels(widgets, 12, { subject: "D_12", labels: [] });
      expect(await store.findPutLabels(widgets, 12)).toBeUndefined();
    });

    it("knows whether a post was begun, and whether it is there", async () => {
      expect(await store.beginPost(widgets, "a", now)).toBe("new");
      expect(await store.beginPost(widgets, "a", now)).toBe("begun");
      expect(await store.beginPost(widgets, "b", now)).toBe("new");
      expect(await store.beginPost(gadgets, "a", now)).toBe("new");
      await store.endPost(widgets, "a");
      expect(await store.beginPost(widgets, "a", now)).toBe("posted");
      await store.dropPost(widgets, "b");
      expect(await store.beginPost(widgets, "b", now)).toBe("new");
    });

    it("forgets posts that are long over", async () => {
      await store.beginPost(widgets, "a", now);
      await store.endPost(widgets, "a");
      const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
      expect(await store.beginPost(widgets, "a", later(89))).toBe("posted");
      expect(await store.beginPost(widgets, "a", later(91))).toBe("new");
    });

    it("forgets a thread, and a repository, and nothing else", async () => {
      for (const repository of [widgets, gadgets]) {
        await store.keepNotices(repository, [notice(), notice({ number: 13 })]);
        await store.keepPutLabels(repository, 12, { subject: "D_12", labels: ["soon"] });
        await store.beginPost(repository, "a", now);
      }
      await store.forgetThread(widgets, 12);
      expect(await store.noticesOf(widgets, [12, 13])).toEqual([notice({ number: 13 })]);
      expect(await store.findPutLabels(widgets, 12)).toBeUndefined();
      await store.forgetRepository(widgets);
      expect(await store.noticesOf(widgets, [12, 13])).toEqual([]);
      expect(await store.beginPost(widgets, "a", now)).toBe("new");
      expect(await store.noticesOf(gadgets, [12, 13])).toHaveLength(2);
      expect(await store.findPutLabels(gadgets, 12)).toBeDefined();
    });
  });
}
