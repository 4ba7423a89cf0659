import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NamedInterviewee } from "../../src/features/interviews/interview.ts";
import type { InterviewRecords } from "../../src/features/interviews/store/interview-records.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 2 ** 35 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };
const iso = (day: number) => new Date(Date.UTC(2026, 3, day, 9)).toISOString();

const thread = { number: 12, title: "Why 🌒'; drop table x; --", url: "https://example.com/12" };
const ann: NamedInterviewee = {
  login: "Ann",
  quarter: "2026-Q2",
  namedAt: iso(1),
  reasons: [
    { kind: "low-rating", thread, rating: 1 },
    { kind: "thorny", thread, signs: [{ sign: "long", count: 40 }] },
  ],
};
const sam: NamedInterviewee = { ...ann, login: "sam", reasons: [{ kind: "left", thread, waited: 60 }] };
const done = { by: "hana", at: iso(5) };

/** An empty store on one adapter. */
export interface InterviewWorld {
  readonly store: InterviewRecords;
  close(): Promise<void>;
}

/** What every store of interviews keeps, whichever database is behind it. */
export function interviewStoreContract(adapter: string, open: () => Promise<InterviewWorld>): void {
  describe(`the store of interviews on ${adapter}`, () => {
    let store: InterviewRecords;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    it("gives back who was named, newest quarter first, in the order of the list", async () => {
      const before = [{ ...sam, quarter: "2025-Q4", namedAt: iso(-90) }];
      await store.nameInterviewees(widgets, before);
      await store.nameInterviewees(widgets, [sam, ann]);
      await store.nameInterviewees(gadgets, [ann]);
      await store.nameInterviewees(gadgets, []);
      expect(await store.interviews(widgets)).toEqual([sam, ann, ...before]);
      expect(await store.interviews(gadgets)).toEqual([ann]);
    });

    it("keeps the first list of a quarter, whoever comes with another", async () => {
      expect(await store.isChosen(widgets, "2026-Q2")).toBe(false);
      await store.nameInterviewees(widgets, [ann]);
      await store.nameInterviewees(widgets, [ann]);
      await store.nameInterviewees(widgets, [sam, { ...ann, login: "tim" }]);
      expect(await store.interviews(widgets)).toEqual([ann]);
      expect(await store.isChosen(widgets, "2026-Q2")).toBe(true);
      expect(await store.isChosen(widgets, "2026-Q3")).toBe(false);
      expect(await store.isChosen(gadgets, "2026-Q2")).toBe(false);
    });

    it("ticks somebody off, whatever the capitals, and nobody who was not named", async () => {
      await store.nameInterviewees(widgets, [ann, sam]);
      await store.endInterview(widgets, { quarter: "2026-Q2", login: "ANN" }, done);
      await store.endInterview(widgets, { quarter: "2026-Q2", login: "tim" }, done);
      await store.endInterview(widgets, { quarter: "2026-Q1", login: "sam" }, done);
      expect(await store.interviews(widgets)).toEqual([{ ...ann, done }, sam]);
    });

    it("keeps notes apart, the latest of a talk", async () => {
      await store.nameInterviewees(widgets, [ann]);
      await store.keepNotes(widgets, { quarter: "2026-Q2", login: "Ann", notes: "wants webhooks" });
      await store.keepNotes(widgets, { quarter: "2026-Q2", login: "ann", notes: "wants webhooks\nand 🌒" });
      expect(await store.notes(widgets)).toEqual([
        { quarter: "2026-Q2", login: "ann", notes: "wants webhooks\nand 🌒" },
      ]);
      expect(JSON.stringify(await store.interviews(widgets))).not.toContain("webhooks");
      expect(await store.notes(gadgets)).toEqual([]);
    });

    it("tells nothing of a discussion that is gone, and names nobody anew for that", async () => {
      const other = { number: 13, title: "Other", url: "https://example.com/13" };
      const wishes = { kind: "requests", threads: [thread, other] } as const;
      const both = { ...ann, reasons: [...ann.reasons, wishes] };
      await store.nameInterviewees(widgets, [both, sam]);
      await store.nameInterviewees(gadgets, [sam]);
      await store.forgetReasons(widgets, 12);
      await store.forgetReasons(widgets, 12);
      expect(await store.interviews(widgets)).toEqual([
        { ...ann, reasons: [{ kind: "requests", threads: [other] }] },
        { ...sam, reasons: [] },
      ]);
      expect(JSON.stringify(await store.interviews(widgets))).not.toContain("drop table");
      await store.forgetReasons(widgets, 13);
      expect((await store.interviews(widgets)).map(({ reasons }) => reasons)).toEqual([[], []]);
      expect(await store.interviews(gadgets)).toEqual([sam]);
    });

    it("forgets a repository", async () => {
      for (const it of [widgets, gadgets]) {
        await store.nameInterviewees(it, [ann]);
        await store.keepNotes(it, { quarter: "2026-Q2", login: "ann", notes: "x" });
      }
      await store.forgetRepository(widgets);
      expect(await store.interviews(widgets)).toEqual([]);
      expect(await store.notes(widgets)).toEqual([]);
      expect(await store.interviews(gadgets)).toEqual([ann]);
      expect(await store.notes(gadgets)).toHaveLength(1);
    });
  });
}
