import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RepositoryRef } from "../../src/core/discussion.ts";
import type { ThreadFacts } from "../../src/features/timeline/facts.ts";
import type { TimelineRecords } from "../../src/features/timeline/store/timeline-records.ts";
import { aReading, facts, markedAt, saidAt, second } from "../helpers/thread-facts.ts";
import { aQuestion } from "../helpers/timelines.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 2 ** 35 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };

/** An empty store of timelines on one adapter. */
export interface TimelineWorld {
  readonly store: TimelineRecords;
  close(): Promise<void>;
}

/** What every store of timelines keeps, whichever database is behind it. */
export function timelineStoreContract(adapter: string, open: () => Promise<TimelineWorld>): void {
  describe(`the store of timelines on ${adapter}`, () => {
    let store: TimelineRecords;
    let close: () => Promise<void>;

    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    const takeIn = async (...told: Partial<ThreadFacts>[]) => {
      for (const it of told) await store.takeIn(widgets, facts(it));
    };
    const timeline = (repository: RepositoryRef = widgets) => store.findTimeline(repository, 12);
    /** Entries in short: second after nine, kind, and what tells them apart. */
    const entries = async () =>
      ((await timeline())?.entries ?? []).map((it) => {
        const at = (it.at.getTime() - Date.parse(second(0))) / 1000;
        const more =
          it.kind === "comment" ? `${it.by ?? "ghost"} ${it.actor}` : it.kind === "answered" ? it.comment : "";
        return `${at} ${it.kind} ${more}`.trim();
      });

    it("lists threads as they were last read, the newest first, page by page", async () => {
      for (const number of [3, 12, 7]) await takeIn({ number, reading: aReading(5) });
      await takeIn({ number: 7, reading: aReading(9, { observed: { title: "Renamed" } }) });
      const { title, url, category, labels } = aQuestion;
      const observed = { title, url, category, labels };
      const openedAt = new Date(second(0));
      expect(await store.threadsBefore(widgets, 1_000, 2)).toEqual([
        { number: 12, openedAt, asker: "ann", observed },
        { number: 7, openedAt, asker: "ann", observed: { ...observed, title: "Renamed" } },
      ]);
      expect((await store.threadsBefore(widgets, 7, 2)).map(({ number }) => number)).toEqual([3]);
      expect(await store.threadsBefore(gadgets, 1_000, 2)).toEqual([]);
    });

    it("has the timeline of a thread that was read, and of no other", async () => {
      await takeIn({ reading: aReading(5, { observed: { labels: ["bug"] } }), said: [saidAt(3)] });
      expect(await timeline()).toEqual({
        number: 12,
        openedAt: new Date(second(0)),
        asker: "ann",
        opener: "asker",
        entries: [
          { key: "comment:DC_3", at: new Date(second(3)), kind: "comment", id: "DC_3", by: "hana", actor: "helper" },
        ],
        observed: {
          ...aQuestion,
          labels: ["bug"],
          updatedAt: new Date(second(5)),
          readAt: new Date(second(5)),
        },
      });
      expect(await timeline(gadgets)).toBeUndefined();
      expect(await store.knowsThread(widgets, 12)).toBe(true);
      expect(await store.knowsThread(widgets, 13)).toBe(false);
    });

    it("waits for the thread to be read, whatever was told of it before", async () => {
      await takeIn({ said: [saidAt(3)] });
      expect(await timeline()).toBeUndefined();
      await takeIn({ reading: aReading(5) });
      expect(await entries()).toEqual(["3 comment hana helper"]);
    });

    it("keeps of two readings the one that GitHub changed last, else the one read last", async () => {
      await takeIn(
        { reading: aReading(9, { observed: { title: "new" } }) },
        { reading: aReading(20, { updatedAt: 5, observed: { title: "stale" } }) },
      );
      expect((await timeline())?.observed.title).toBe("new");
      await takeIn({ reading: aReading(21, { updatedAt: 9, observed: { title: "read again" } }) });
      expect((await timeline())?.observed.title).toBe("read again");
    });

    it("tells the asker from others by the thread, and roles as they were when somebody spoke first", async () => {
      await takeIn(
        { said: [saidAt(1, { by: "Ann", role: "none" }), saidAt(2, { by: "sam", role: "none" }), saidAt(3)] },
        { said: [saidAt(3, { role: "none" }), saidAt(4, { by: "ci", role: "bot" })] },
        { reading: aReading(5) },
      );
      expect(await entries()).toEqual([
        "1 comment Ann asker",
        "2 comment sam community",
        "3 comment hana helper",
        "4 comment ci bot",
      ]);
    });

    it("takes a ghost for the asker where the asker is gone, too", async () => {
      const ghost = { id: "DC_3", at: second(3), role: "none" } as const;
      await takeIn({ reading: aReading(5), said: [ghost] });
      expect(await entries()).toEqual(["3 comment ghost community"]);
      await takeIn({ reading: aReading(6, { isAskerGone: true }) });
      expect(await entries()).toEqual(["3 comment ghost asker"]);
      expect((await timeline())?.asker).toBe("ann");
    });

    it("leaves out what was deleted, whether that was told before it or after, or by a reading alone", async () => {
      await takeIn({ reading: aReading(1) }, { said: [saidAt(2, { isDeleted: true })] }, { said: [saidAt(2)] });
      await takeIn({ said: [saidAt(3)] }, { said: [saidAt(3, { isDeleted: true })] });
      await takeIn({ said: [saidAt(4), saidAt(5)] });
      await takeIn({ reading: aReading(9, { isFull: true }), said: [saidAt(5, { isHidden: false })] });
      expect(await entries()).toEqual(["5 comment hana helper"]);
      // Told late, of before the reading that did not show it.
      await takeIn({ said: [saidAt(6)] });
      expect(await entries()).toEqual(["5 comment hana helper"]);
      await takeIn({ said: [saidAt(10)] });
      expect(await entries()).toEqual(["5 comment hana helper", "10 comment hana helper"]);
    });

    it("leaves out what is hidden as spam by the last reading that shows it", async () => {
      const full = (at: number, isHidden: boolean): Partial<ThreadFacts> => ({
        reading: aReading(at, { isFull: true }),
        said: [saidAt(2, { isHidden })],
      });
      await takeIn(full(5, true));
      expect(await entries()).toEqual([]);
      await takeIn(full(7, false), full(6, true));
      expect(await entries()).toEqual(["2 comment hana helper"]);
    });

    it("judges the text that a comment has last", async () => {
      const text = (isThanks: boolean, at: number) =>
        saidAt(2, { text: { sense: isThanks ? "thanks" : "words", at: second(at) } });
      const isThanks = async () => (await timeline())?.entries.some((it) => it.kind === "comment" && it.isThanks);
      await takeIn({ reading: aReading(1), said: [text(true, 8)] }, { said: [text(false, 2)] });
      expect(await isThanks()).toBe(true);
      await takeIn({ said: [text(false, 8)] }, { said: [text(true, 8)] });
      expect(await isThanks()).toBe(false);
    });

    it("adds what a reading shows and nobody told", async () => {
      await takeIn({ reading: aReading(1) }, { changes: [{ kind: "closed", at: second(3), reason: "outdated" }] });
      await takeIn({ changes: [{ kind: "answered", ...markedAt(4) }] });
      expect((await timeline())?.observed).toMatchObject({
        closed: { reason: "outdated" },
        answer: { comment: "DC_10" },
      });
      await takeIn({ reading: aReading(9) });
      expect(await entries()).toEqual(["3 closed", "4 answered DC_10", "9 unanswered", "9 reopened"]);
      expect((await timeline())?.observed).not.toHaveProperty("closed");
      // A later reading does not move it, and a webhook that comes late says when it was.
      await takeIn({ reading: aReading(20) }, { changes: [{ kind: "reopened", at: second(6) }] });
      expect(await entries()).toEqual(["3 closed", "4 answered DC_10", "6 reopened", "9 unanswered"]);
      await takeIn({ reading: aReading(30, { observed: { closed: { reason: "resolved", at: second(25) } } }) });
      expect((await entries()).at(-1)).toBe("25 closed");
    });

    it("keeps of two tellings of a close the reason that says more, whichever came first", async () => {
      const close = (reason?: "resolved" | "outdated" | "duplicate"): Partial<ThreadFacts> => ({
        changes: [{ kind: "closed", at: second(3), ...(reason && { reason }) }],
      });
      const told = [close(), close("resolved"), close("duplicate")];
      for (const order of [told, told.toReversed()]) {
        await store.forgetThread(widgets, 12);
        await takeIn({ reading: aReading(1) }, ...order);
        expect((await timeline())?.observed.closed?.reason).toBe("duplicate");
      }
    });

    it("keeps entries that others tell of, once for each key", async () => {
      await takeIn({ reading: aReading(1) });
      const asked = { key: "needs-info:DC_3", at: new Date(second(3)), kind: "needs-info", by: "hana" } as const;
      const given = { key: "assigned:DC_4", at: new Date(second(4)), kind: "assigned", by: "hana", to: "mia" } as const;
      await store.addEntries(widgets, 12, [asked, given]);
      await store.addEntries(widgets, 12, [asked]);
      expect((await timeline())?.entries).toEqual([asked, given]);
    });

    it("takes from others whatever can be in a timeline", async () => {
      await takeIn({ reading: aReading(9) });
      const at = new Date(second(3));
      await store.addEntries(widgets, 12, [
        { key: "x", at, kind: "comment", id: "DC_3", by: "ann", actor: "asker", isThanks: true },
        { key: "y", at, kind: "closed", reason: "duplicate" },
        { key: "z", at: new Date(second(4)), kind: "reopened" },
        { key: "s", at, kind: "session", change: "booked" },
      ]);
      expect((await timeline())?.entries.map(({ kind }) => kind)).toEqual(["closed", "comment", "session", "reopened"]);
    });

    it("pages through the timelines of a repository, each as it is found alone", async () => {
      for (const number of [30, 7, 12]) {
        await takeIn({
          number,
          reading: aReading(50),
          said: [saidAt(number), saidAt(40, { role: "none", by: "carl" })],
        });
      }
      // What was said in a thread that was never read is no timeline.
      await takeIn({ number: 13, said: [saidAt(3)] });
      await store.takeIn(gadgets, facts({ number: 8, reading: aReading(5) }));
      const alone = async (...numbers: number[]) =>
        Promise.all(numbers.map((number) => store.findTimeline(widgets, number)));
      expect(await store.timelinesAfter(widgets, 0, 2)).toEqual(await alone(7, 12));
      expect(await store.timelinesAfter(widgets, 12, 2)).toEqual(await alone(30));
      expect(await store.timelinesAfter(widgets, 30, 2)).toEqual([]);
      expect((await store.timelinesAfter(widgets, 7, 1))[0]?.entries).toHaveLength(2);
    });

    it("remembers roles for as long as one asks for", async () => {
      await store.keepRoles(widgets, [
        { login: "Hana", role: "helper", askedAt: second(0) },
        { login: "sam", role: "none", askedAt: second(60) },
      ]);
      const since = (at: number) => store.rolesSince(widgets, ["hana", "SAM", "mia"], new Date(second(at)));
      expect(await since(0)).toEqual(new Map([["hana", "helper"], ["sam", "none"]])); // prettier-ignore
      expect(await since(30)).toEqual(new Map([["sam", "none"]]));
      await store.keepRoles(widgets, [{ login: "hana", role: "maintainer", askedAt: second(90) }]);
      expect((await since(30)).get("hana")).toBe("maintainer");
    });

    it("forgets a thread, and all of a repository", async () => {
      for (const repository of [widgets, gadgets]) {
        await store.takeIn(repository, facts({ reading: aReading(5), said: [saidAt(3)] }));
      }
      await store.forgetThread(widgets, 12);
      expect(await timeline()).toBeUndefined();
      expect(await timeline(gadgets)).toBeDefined();
      await takeIn({ reading: aReading(5) });
      expect(await entries()).toEqual([]);
      await store.forgetRepository(gadgets);
      expect(await timeline(gadgets)).toBeUndefined();
    });

    it("takes in a thread of five thousand comments", async () => {
      const said = Array.from({ length: 5_000 }, (_, index) => saidAt(index + 1, { isHidden: false }));
      await takeIn({ reading: aReading(6_000, { isFull: true }), said });
      expect((await timeline())?.entries).toHaveLength(5_000);
    });
  });
}
