import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparePublished,
  isStale,
  type PresentSessions,
} from "../../../src/features/calendar-feed/compare-sessions.ts";
import { publishedKey, type PublishedSession } from "../../../src/features/calendar-feed/feed.ts";
import type { Session } from "../../../src/sessions/session.ts";
import { someSession } from "../../session-calendar/some-session.ts";
import { somePublished } from "./some-published.ts";

const now = new Date("2026-11-29T12:00:00Z");
const session = someSession();
const { key } = session;
const before = somePublished(session, { sequence: 2 });

function compare(
  published: readonly PublishedSession[],
  sessions: readonly Session[],
  more: Partial<PresentSessions> = {},
) {
  return comparePublished(published, { sessions, taken: [], now, ...more });
}

describe("what is published", () => {
  it("begins with sequence 0 and the time at which it was first seen", () => {
    expect(compare([], [session])).toEqual([somePublished(session, { changedAt: now.toISOString() })]);
  });

  it("is the very same while nothing has changed", () => {
    expect(compare([before], [session])[0]).toBe(before);
  });

  it.each([
    ["moved", { start: new Date("2026-12-09T08:00:00Z") }],
    ["shorter", { end: new Date("2026-12-08T13:30:00Z") }],
    ["called otherwise", { title: "Clinic" }],
    ["held by another", { hosts: ["mia"] }],
    ["held by nobody", { hosts: [] }],
    ["divided otherwise", { slotCount: 3 }],
    ["held in another language", { languages: ["de"] }],
    ["about something else", { topics: ["proxies"] }],
    ["given a link", { link: "https://meet.example/x", linkFor: "everyone" }],
    ["told in another zone", { timeZone: "Europe/Prague" }],
  ] as const)("has a higher sequence when a session is %s", (_, change) => {
    const [after] = compare([before], [someSession({ ...change, key })]);
    expect(after).toMatchObject({ sequence: 3, status: "confirmed", changedAt: now.toISOString() });
  });

  it("has a higher sequence when a slot is booked, and when it is free again", () => {
    const taken = [{ number: 7, series: "clinic", session: key, slot: 0 }];
    const [booked] = compare([before], [session], { taken });
    expect(booked).toMatchObject({ free: [1], sequence: 3 });
    expect(compare([booked!], [session], { taken })[0]).toBe(booked);
    expect(compare([booked!], [session])[0]).toMatchObject({ free: [0, 1], sequence: 4 });
    // Another session's slot is none of this one.
    expect(compare([before], [session], { taken: [{ number: 7, series: "other", session: key, slot: 0 }] })[0]).toBe(
      before,
    );
  });

  it("is called off once when the session is no more, and takes place again when it is back", () => {
    const [off] = compare([before], []);
    expect(off).toEqual({ ...before, status: "cancelled", sequence: 3, changedAt: now.toISOString() });
    expect(compare([off!], [])[0]).toBe(off);
    expect(compare([off!], [session])[0]).toMatchObject({ status: "confirmed", sequence: 4 });
  });

  it("stays for thirty days after its end, called off or held, and is gone then", () => {
    const at = (time: string) => ({ now: new Date(time) });
    const off = somePublished(session, { status: "cancelled", sequence: 3 });
    for (const it of [before, off]) {
      expect(compare([it], [], at("2027-01-07T13:59:00Z"))).toEqual([it]);
      expect(compare([it], [], at("2027-01-07T14:00:00Z"))).toEqual([]);
    }
  });

  it("is not called off when it is over, whatever the config says by then", () => {
    const after = { now: new Date("2026-12-08T14:00:00Z") };
    expect(compare([before], [], after)[0]).toBe(before);
    expect(compare([before], [someSession({ title: "Renamed" })], after)[0]).toBe(before);
    // Its end is not yet reached.
    expect(compare([before], [], { now: new Date("2026-12-08T13:59:00Z") })[0]).toMatchObject({ status: "cancelled" });
  });

  it("moves with its series when that starts at another time of the day", () => {
    const later = someSession({ start: new Date("2026-12-08T15:00:00Z") });
    const [moved, ...others] = compare([before], [later]);
    expect(others).toEqual([]);
    expect(moved).toMatchObject({
      as: key,
      sequence: 3,
      session: { key: later.key, start: "2026-12-08T15:00:00.000Z" },
    });
    expect(compare([moved!], [later])[0]).toBe(moved);
    // Back again, it is still the same.
    expect(compare([moved!], [session])[0]).toMatchObject({ as: key, sequence: 4, session: { key } });
  });

  it("is the session of its own time before another of the day, and no two are one", () => {
    const later = someSession({ start: new Date("2026-12-08T15:00:00Z") });
    const [same, added] = compare([before], [later, session]);
    expect(same).toBe(before);
    expect(added).toMatchObject({ as: later.key, sequence: 0 });
    const [moved] = compare([before], [later]);
    const both = compare([moved!], [session, later]);
    expect(both.map((it) => [it.as, it.session.key])).toEqual([
      [key, later.key],
      [`${key}-2`, key],
    ]);
    expect(compare(both, [session, later])).toEqual(both);
    const third = somePublished(later);
    expect(compare([before, third], [someSession({ start: new Date("2026-12-08T17:00:00Z") })])).toMatchObject([
      { as: key, status: "confirmed" },
      { as: later.key, status: "cancelled" },
    ]);
  });

  it("moves only within its series and its day, as the zone has it", () => {
    const other = someSession({ series: "other", start: new Date("2026-12-08T15:00:00Z") });
    expect(compare([before], [other])).toMatchObject([{ status: "cancelled" }, { sequence: 0 }]);
    // In Berlin it is the next day.
    const midnight = someSession({ start: new Date("2026-12-08T23:30:00Z") });
    expect(compare([before], [midnight])).toMatchObject([{ status: "cancelled" }, { sequence: 0 }]);
    const night = someSession({ start: new Date("2026-12-07T23:30:00Z") });
    expect(compare([before], [night])).toMatchObject([{ status: "confirmed", sequence: 3 }]);
  });

  it("is put off when it is moved from a time that is over to one that is to come", () => {
    const moved = someSession({ key, start: new Date("2026-12-20T13:00:00Z") });
    const [after] = compare([before], [moved], { now: new Date("2026-12-10T00:00:00Z") });
    expect(after).toMatchObject({ sequence: 3, session: { start: "2026-12-20T13:00:00.000Z" } });
  });

  it("holds which requests are talked about, and of questions nothing", () => {
    const request = someSession({ kind: "request" });
    const taken = [{ number: 7, series: "clinic", session: key, slot: 1 }];
    const [booked] = compare([somePublished(request)], [request], { taken });
    expect(booked).toMatchObject({ free: [0], agenda: [{ slot: 1, number: 7 }], sequence: 1 });
    const other = [{ ...taken[0]!, number: 8 }];
    expect(isStale([booked!], taken, now)).toBe(false);
    expect(isStale([booked!], other, now)).toBe(true);
    expect(compare([booked!], [request], { taken: other })[0]).toMatchObject({ agenda: [{ number: 8 }], sequence: 2 });
    expect(compare([booked!], [request])[0]).not.toHaveProperty("agenda");
    expect(compare([before], [session], { taken })[0]).not.toHaveProperty("agenda");
  });

  it("has no session that was over before it was first seen", () => {
    expect(compare([], [someSession({ start: new Date("2026-11-20T13:00:00Z") })])).toEqual([]);
  });

  it("keeps slots as they were when the session has begun: bookings that are over are no free slots", () => {
    const taken = [{ number: 7, series: "clinic", session: key, slot: 0 }];
    const [booked] = compare([before], [session], { taken });
    const during = new Date("2026-12-08T13:30:00Z");
    expect(compare([booked!], [session], { now: during })[0]).toBe(booked);
    expect(isStale([booked!], [], during)).toBe(false);
    expect(isStale([booked!], [], now)).toBe(true);
  });

  it("takes in no more than five hundred sessions that are to come, the next ones first", () => {
    const many = Array.from({ length: 600 }, (_, i) => someSession({ start: new Date(now.getTime() + i * 3_600_000) }));
    const published = compare([], many);
    expect(published.map((it) => it.session.key)).toEqual(many.slice(0, 500).map((it) => it.key));
    // Those that are left out are not called off, nor do they push out others.
    expect(compare(published, many)).toEqual(published);
    const later = compare(published, many, { now: new Date(now.getTime() + 10 * 3_600_000) });
    expect(later).toHaveLength(510);
    expect(later.every(({ status }) => status === "confirmed")).toBe(true);
  });

  it("is behind exactly when comparing would change what is said of a slot", () => {
    const slots = fc.subarray([0, 1, 2]);
    const agenda = fc.constantFrom(undefined, [{ slot: 1, number: 1 }], [{ slot: 1, number: 9 }]);
    const kind = fc.constantFrom("office-hours" as const, "request" as const);
    fc.assert(
      fc.property(slots, slots, kind, agenda, (free, booked, kindOf, agendaOf) => {
        const three = someSession({ slotCount: 3, kind: kindOf });
        const published = somePublished(three, { free, ...(agendaOf && kindOf === "request" && { agenda: agendaOf }) });
        const taken = booked.map((slot) => ({ number: slot, series: "clinic", session: three.key, slot }));
        const isOther = compare([published], [three], { taken })[0] !== published;
        expect(isStale([published], taken, now)).toBe(isOther);
      }),
    );
  });

  it("never has a lower sequence, and always the same sessions for the same facts, whatever happens", () => {
    const change = fc.record({
      present: fc.subarray([0, 1, 2, 3]),
      moved: fc.subarray([0, 1, 2, 3]),
      later: fc.integer({ min: 0, max: 2 }),
      taken: fc.subarray([0, 1, 2, 3]),
      hours: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let published: PublishedSession[] = [];
        let at = now.getTime();
        for (const { present, moved, later, taken, hours } of changes) {
          at += hours * 3_600_000;
          const sessions = present.map((i) => {
            const rule = new Date(now.getTime() + (i + 1) * 7 * 86_400_000 + later * 3_600_000);
            const start = moved.includes(i) ? new Date(rule.getTime() + 86_400_000) : rule;
            return someSession({ key: `${rule.toISOString().slice(0, 16)}Z`, start });
          });
          const facts = {
            sessions,
            taken: taken.map((i) => ({ number: i, series: "clinic", session: sessions[i]?.key ?? "", slot: 0 })),
            now: new Date(at),
          };
          const next = comparePublished(published, facts);
          const earlier = new Map(published.map((it) => [publishedKey(it), it]));
          expect(new Set(next.map(publishedKey)).size).toBe(next.length);
          for (const it of next) {
            const was = earlier.get(publishedKey(it));
            if (was && it !== was) expect(it.sequence).toBe(was.sequence + 1);
          }
          expect(comparePublished(next, facts)).toEqual(next);
          published = next;
        }
      }),
    );
  });
});
