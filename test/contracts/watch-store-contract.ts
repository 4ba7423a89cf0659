import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ThreadState, WatchedThread } from "../../src/core/thread-status.ts";
import type { WatchRecords } from "../../src/features/watch/store/watch-records.ts";
import type { Watched } from "../../src/features/watch/watched.ts";
import { at } from "../helpers/timelines.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 2 ** 35 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };

function watched(number: number, thread: Partial<WatchedThread> = {}, given: Partial<Watched> = {}): Watched {
  const state: ThreadState = {
    status: "waiting-on-team",
    since: at("09:00"),
    hasCommunityAnswer: false,
    lastWordAt: at("09:00"),
  };
  const url = `https://github.com/acme/widgets/discussions/${number}`;
  const common = {
    number,
    title: "Why 🌒'; drop table x; --",
    url,
    id: `D_${number}`,
    category: "q-a",
    priority: "p3",
    reckonedFrom: "0:0",
  };
  return { thread: { ...common, state, breaches: [], ...thread }, digest: "one", ...given };
}

const due = (time: string, nearAt = time): Partial<WatchedThread> => ({
  due: { clock: "resolution", at: at(time), nearAt: at(nearAt) },
});
const standing = (status: ThreadState["status"], since = "09:00"): Partial<WatchedThread> => ({
  state: { status, since: at(since), hasCommunityAnswer: false, lastWordAt: at(since) },
});

/** What every store of watched threads keeps, whichever database is behind it. */
export function watchStoreContract(
  adapter: string,
  open: () => Promise<{ readonly store: WatchRecords; close(): Promise<void> }>,
): void {
  describe(`the store of watched threads on ${adapter}`, () => {
    let store: WatchRecords;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    const numbers = async (wanted: object = {}) =>
      (await store.watchedThreads(widgets, { limit: 9, ...wanted })).map(({ number }) => number);
    const keep = async (...them: readonly Watched[]) => {
      for (const it of them) await store.keepWatched(widgets, it);
    };

    it("tells of nothing while the watch is off, and begins anew", async () => {
      await store.keepWatch(widgets, "one", at("08:00"));
      await keep(watched(12, due("10:00"), { lookAt: at("10:00") }));
      await store.endWatch(widgets);
      await store.endWatch(gadgets);
      expect(await numbers()).toEqual([]);
      expect(await store.findWatched(widgets, 12)).toBeUndefined();
      expect(await store.countWatched(widgets)).toMatchObject({ "waiting-on-team": 0 });
      expect(await store.threadsToLookAt(widgets, at("11:00"), { after: 0, limit: 9 })).toEqual([]);
      expect(await store.watchedSince(widgets)).toBeUndefined();
      expect(await store.watchDigest(widgets)).toBe("off");
      expect(await store.watchDigest(gadgets)).toBeUndefined();

      await store.keepWatch(widgets, "two", at("12:00"));
      expect(await store.watchedSince(widgets)).toEqual(at("12:00"));
      expect(await numbers()).toEqual([12]);
      expect(await store.threadsOfOtherSettings(widgets, "two", { after: 0, limit: 9 })).toEqual([12]);
    });

    it("gives back what was kept last, to the millisecond", async () => {
      const full = watched(
        12,
        {
          asker: "ann",
          state: {
            status: "waiting-on-team",
            since: new Date("2026-03-02T09:00:00.123Z"),
            hasCommunityAnswer: true,
            assignee: "hana",
            lastWordAt: at("10:00"),
            lastTeamActAt: at("11:00"),
          },
          ...due("15:00", "14:00"),
          breaches: [{ clock: "first-response", dueAt: at("10:00"), isOpen: false }],
        },
        { lookAt: at("15:00"), told: { text: "By 15:00.", times: 2 } },
      );
      await keep(watched(12), full, full);
      expect(await store.findWatch(widgets, 12)).toEqual(full);
      expect(await store.findWatched(widgets, 12)).toEqual(full.thread);
      expect(await store.findWatched(widgets, 13)).toBeUndefined();
      expect(await store.findWatched(gadgets, 12)).toBeUndefined();
    });

    it("lists threads by what is due first, then by how long they wait, and what is never due last", async () => {
      await keep(
        watched(1),
        watched(2, due("15:00")),
        watched(3, due("14:00")),
        watched(4, standing("waiting-on-asker", "08:00")),
      );
      await store.keepWatched(gadgets, watched(5));
      expect(await numbers()).toEqual([3, 2, 4, 1]);
      expect(await numbers({ limit: 2 })).toEqual([3, 2]);
    });

    it("lists threads by status, and those that are due, or near it, by a time", async () => {
      await keep(
        watched(1, due("15:00", "14:00")),
        watched(2, due("16:00", "15:30")),
        watched(3, standing("answered")),
      );
      expect(await numbers({ status: ["answered", "closed"] })).toEqual([3]);
      expect(await numbers({ dueBefore: at("14:00") })).toEqual([]);
      expect(await numbers({ dueBefore: at("14:01") })).toEqual([1]);
      expect(await numbers({ status: ["waiting-on-team"], dueBefore: at("23:00") })).toEqual([1, 2]);
    });

    it("lists threads that missed a target since a time", async () => {
      const missed = (time: string) => ({
        breaches: [{ clock: "resolution", dueAt: at(time), isOpen: true }] as const,
      });
      await keep(watched(1, missed("10:00")), watched(2, missed("12:00")), watched(3));
      expect(await numbers({ breachedSince: at("12:00") })).toEqual([2]);
      expect(await numbers({ breachedSince: at("09:00") })).toEqual([1, 2]);
    });

    it("counts threads by status", async () => {
      await keep(watched(1), watched(2), watched(3, standing("closed")));
      const none = { "waiting-on-asker": 0, "awaiting-decision": 0, "session-booked": 0, answered: 0 };
      expect(await store.countWatched(widgets)).toEqual({ ...none, "waiting-on-team": 2, closed: 1 });
      expect(await store.countWatched(gadgets)).toEqual({ ...none, "waiting-on-team": 0, closed: 0 });
    });

    it("finds those to be looked at by a time, page by page", async () => {
      await keep(watched(1, {}, { lookAt: at("12:00") }), watched(2, {}, { lookAt: at("11:00") }), watched(3));
      const due = (by: string, after = 0, limit = 9) => store.threadsToLookAt(widgets, at(by), { after, limit });
      expect(await due("12:00")).toEqual([1, 2]);
      expect(await due("12:00", 0, 1)).toEqual([1]);
      expect(await due("12:00", 1)).toEqual([2]);
      expect(await due("11:59")).toEqual([2]);
      expect(await store.threadsToLookAt(gadgets, at("12:00"), { after: 0, limit: 9 })).toEqual([]);
    });

    it("finds those that were reckoned by other settings, page by page", async () => {
      await keep(watched(1), watched(2, {}, { digest: "two" }), watched(3), watched(4));
      const behind = (after: number, limit: number) => store.threadsOfOtherSettings(widgets, "two", { after, limit });
      expect(await behind(0, 2)).toEqual([1, 3]);
      expect(await behind(3, 2)).toEqual([4]);
    });

    it("remembers when the watch began, and the settings of last time", async () => {
      expect(await store.watchedSince(widgets)).toBeUndefined();
      expect(await store.watchDigest(widgets)).toBeUndefined();
      await store.keepWatch(widgets, "one", at("09:00"));
      await store.keepWatch(widgets, "two", at("10:00"));
      expect(await store.watchedSince(widgets)).toEqual(at("09:00"));
      expect(await store.watchDigest(widgets)).toBe("two");
      expect(await store.watchedSince(gadgets)).toBeUndefined();
    });

    it("pages through the clocks of all threads, whatever their state", async () => {
      const clocks = [
        { clock: "first-response", startedAt: at("09:00"), target: 60, metAt: at("09:30"), isBreached: false },
        { clock: "resolution", startedAt: at("09:00"), target: 3_600, dueAt: at("10:00"), isBreached: true },
      ] as const;
      await store.keepWatch(widgets, "one", at("09:00"));
      await keep(watched(30, { priority: "p1" }), watched(7, standing("closed"), { clocks }), watched(12));
      await store.keepWatched(gadgets, watched(8, {}, { clocks }));
      const plain = { priority: "p3", status: "waiting-on-team", clocks: [] };
      expect(await store.reckonedAfter(widgets, 0, 2)).toEqual([
        { number: 7, priority: "p3", status: "closed", clocks },
        { ...plain, number: 12 },
      ]);
      expect(await store.reckonedAfter(widgets, 12, 2)).toEqual([{ ...plain, number: 30, priority: "p1" }]);
      expect((await store.findWatch(widgets, 7))?.clocks).toEqual(clocks);
      await store.endWatch(widgets);
      expect(await store.reckonedAfter(widgets, 0, 2)).toEqual([]);
    });

    it("keeps the files of calendars, in place of those before", async () => {
      await store.keepCalendarFiles(
        widgets,
        new Map([
          ["b.ics", "BEGIN"],
          ["a.ics", null],
        ]),
      );
      expect([...(await store.calendarFiles(widgets))]).toEqual([
        ["a.ics", null],
        ["b.ics", "BEGIN"],
      ]);
      await store.keepCalendarFiles(widgets, new Map([["b.ics", "END"]]));
      expect([...(await store.calendarFiles(widgets))]).toEqual([["b.ics", "END"]]);
      expect([...(await store.calendarFiles(gadgets))]).toEqual([]);
    });

    it("forgets one, and all of a repository", async () => {
      await keep(watched(1), watched(2));
      await store.keepWatch(widgets, "one", at("09:00"));
      await store.keepCalendarFiles(widgets, new Map([["a.ics", ""]]));
      await store.keepWatched(gadgets, watched(1));
      await store.forgetWatched(widgets, 1);
      expect(await numbers()).toEqual([2]);
      await store.forgetRepository(widgets);
      expect(await numbers()).toEqual([]);
      expect(await store.watchedSince(widgets)).toBeUndefined();
      expect((await store.calendarFiles(widgets)).size).toBe(0);
      expect(await store.findWatched(gadgets, 1)).toBeDefined();
    });
  });
}
