import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SurveyRecords } from "../../src/features/survey/store/survey-records.ts";
import type { ThreadSurvey } from "../../src/features/survey/thread-survey.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 2 ** 35 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };
const at = (day: number) => new Date(Date.UTC(2026, 2, day, 9));
const iso = (day: number) => at(day).toISOString();

/** Asked on the third, until the seventeenth. */
const open: ThreadSurvey = {
  number: 12,
  title: "Why 🌒'; drop table x; --",
  url: "https://example.com/12",
  of: "Ann",
  status: "open",
  resolvedAt: iso(2),
  dueAt: iso(17),
  askedAt: iso(3),
  closesAt: iso(17),
};
/** Never asked, and never to be looked at. */
const unasked: ThreadSurvey = {
  number: 12,
  title: open.title,
  url: open.url,
  of: open.of,
  status: "withdrawn",
  resolvedAt: iso(2),
};
const waiting: ThreadSurvey = { ...unasked, status: "waiting", dueAt: iso(3) };

/** An empty store on one adapter. */
export interface SurveyWorld {
  readonly store: SurveyRecords;
  close(): Promise<void>;
}

/** What every store of surveys keeps, whichever database is behind it. */
export function surveyStoreContract(adapter: string, openWorld: () => Promise<SurveyWorld>): void {
  describe(`the store of surveys on ${adapter}`, () => {
    let store: SurveyRecords;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ store, close } = await openWorld());
    });
    afterEach(() => close());

    it("gives back what was kept last", async () => {
      await store.keepSurvey(widgets, waiting);
      expect(await store.findThreadSurvey(widgets, 12)).toEqual(waiting);
      await store.keepSurvey(widgets, open);
      await store.keepSurvey(widgets, open);
      expect(await store.findThreadSurvey(widgets, 12)).toEqual(open);
      expect(await store.findThreadSurvey(widgets, 13)).toBeUndefined();
      expect(await store.findThreadSurvey(gadgets, 12)).toBeUndefined();
    });

    it("tells others of what was asked or answered, and of nothing else", async () => {
      const rated = { rating: 2, at: iso(5), via: "command" } as const;
      await store.keepSurvey(widgets, open);
      await store.keepSurvey(widgets, { ...waiting, number: 13 });
      await store.keepSurvey(widgets, { ...open, number: 14, status: "withdrawn" });
      await store.keepSurvey(widgets, { ...waiting, number: 15, status: "done", rated });
      await store.keepSurvey(widgets, { ...open, number: 16, status: "done", rated });
      await store.keepSurvey(widgets, { ...open, number: 17, status: "done" });
      await store.keepSurvey(gadgets, open);
      const { title, url, of } = open;
      const asked = { title, url, of, askedAt: iso(3) };
      expect(await store.surveys(widgets)).toEqual([
        { number: 12, ...asked },
        { number: 15, ...asked, askedAt: iso(5), isUnasked: true, rated },
        { number: 16, ...asked, rated },
        { number: 17, ...asked },
      ]);
      expect(await store.findSurvey(widgets, 12)).toEqual({ number: 12, ...asked });
      for (const number of [13, 14, 99]) expect(await store.findSurvey(widgets, number)).toBeUndefined();
    });

    it("finds what is due, the longest due first, and no more than asked for", async () => {
      await store.keepSurvey(widgets, { ...waiting, number: 1, dueAt: iso(9) });
      await store.keepSurvey(widgets, { ...waiting, number: 2, dueAt: iso(8) });
      await store.keepSurvey(widgets, { ...waiting, number: 3, dueAt: iso(10) });
      await store.keepSurvey(widgets, { ...unasked, number: 4 });
      await store.keepSurvey(gadgets, { ...waiting, number: 5 });
      const [two, one] = [2, 1].map((number) => ({ number, person: "ann" }));
      expect(await store.dueSurveys(widgets, at(9), 10)).toEqual([two, one]);
      expect(await store.dueSurveys(widgets, at(9), 1)).toEqual([two]);
      expect(await store.dueSurveys(widgets, at(7), 10)).toEqual([]);
    });

    it("lists open ones, those asked last first", async () => {
      await store.keepSurvey(widgets, open);
      await store.keepSurvey(widgets, { ...open, number: 11, askedAt: iso(4) });
      await store.keepSurvey(widgets, { ...open, number: 10, status: "done" });
      await store.keepSurvey(widgets, { ...waiting, number: 9 });
      await store.keepSurvey(gadgets, { ...open, number: 8 });
      expect((await store.openSurveys(widgets, 10)).map(({ number }) => number)).toEqual([11, 12]);
      expect((await store.openSurveys(widgets, 1)).map(({ number }) => number)).toEqual([11]);
    });

    it("knows when a person was last asked elsewhere, whatever the capitals, and where they are asked", async () => {
      await store.keepSurvey(widgets, open);
      await store.keepSurvey(widgets, { ...open, number: 13, of: "ANN", status: "withdrawn", askedAt: iso(9) });
      await store.keepSurvey(widgets, { ...waiting, number: 14 });
      await store.keepSurvey(widgets, { ...open, number: 15, of: "sam", askedAt: iso(20) });
      await store.keepSurvey(gadgets, { ...open, askedAt: iso(25) });
      expect(await store.lastAsked(widgets, "ann", 99)).toEqual(at(9));
      expect(await store.lastAsked(widgets, "ann", 13)).toEqual(at(3));
      expect(await store.lastAsked(widgets, "hana", 99)).toBeUndefined();
      expect(await store.surveysOf(widgets, "ann")).toEqual([12, 14]);
    });

    it("counts an unasked rating as having been asked", async () => {
      await store.keepSurvey(widgets, {
        ...unasked,
        status: "done",
        rated: { rating: 5, at: iso(6), via: "command" },
      });
      expect(await store.lastAsked(widgets, "ann", 99)).toEqual(at(6));
    });

    it("keeps words apart, the latest of a thread", async () => {
      await store.keepSurvey(widgets, open);
      await store.keepWords(widgets, 12, "slow");
      await store.keepWords(widgets, 12, "slow, and kind 🌒");
      await store.keepWords(gadgets, 12, "other");
      expect(await store.words(widgets)).toEqual([{ number: 12, words: "slow, and kind 🌒" }]);
      expect(JSON.stringify(await store.surveys(widgets))).not.toContain("slow");
      await store.keepWords(widgets, 12, undefined);
      expect(await store.words(widgets)).toEqual([]);
    });

    it("remembers who wants to be asked nothing, until they want to", async () => {
      await store.keepSilenced(widgets, "Ann", true);
      await store.keepSilenced(widgets, "ann", true);
      expect(await store.silenced(widgets)).toEqual(new Set(["ann"]));
      expect(await store.silenced(gadgets)).toEqual(new Set());
      await store.keepSilenced(widgets, "ANN", false);
      expect(await store.silenced(widgets)).toEqual(new Set());
    });

    it("forgets a thread with its words, and a repository", async () => {
      for (const repository of [widgets, gadgets]) {
        await store.keepSurvey(repository, open);
        await store.keepWords(repository, 12, "slow");
        await store.keepSilenced(repository, "sam", true);
      }
      await store.keepSurvey(widgets, { ...open, number: 13 });
      await store.keepWords(widgets, 13, "fast");
      await store.forgetSurvey(widgets, 13);
      expect(await store.findThreadSurvey(widgets, 13)).toBeUndefined();
      expect(await store.words(widgets)).toEqual([{ number: 12, words: "slow" }]);
      await store.forgetRepository(widgets);
      expect(await store.surveys(widgets)).toEqual([]);
      expect(await store.words(widgets)).toEqual([]);
      expect(await store.silenced(widgets)).toEqual(new Set());
      expect(await store.findThreadSurvey(gadgets, 12)).toEqual(open);
    });
  });
}
