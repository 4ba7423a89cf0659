import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alwaysOpen } from "../../src/business-time/always-open.ts";
import { createCalendar } from "../../src/business-time/create-calendar.ts";
import type { TimelineEntry } from "../../src/core/timeline.ts";
import { clocksOf } from "../../src/timeline/clocks-of.ts";
import { stateOf } from "../../src/timeline/state-of.ts";
import { aTimeline, splitHours } from "../helpers/timelines.ts";
import { slowClocks } from "./slow-clocks.ts";

const minuteMs = 60_000;
const opened = new Date("2026-03-07T20:00:00Z");

/** Half an hour beside the usual zones, with a change to summer time in the first night, and a shift over midnight. */
const newfoundland = createCalendar("newfoundland", {
  timeZone: "America/St_Johns",
  week: Array.from({ length: 7 }, () => [
    { from: 0, to: 150 },
    { from: 22 * 60, to: 1440 },
  ]),
  exceptions: [],
  closures: { days: [], spans: [] },
});
const calendars = [alwaysOpen, splitHours, newfoundland];

const kinds = [
  { kind: "comment", by: "ann", actor: "asker" },
  { kind: "comment", by: "ann", actor: "asker" },
  { kind: "comment", by: "ann", actor: "asker", isThanks: true },
  { kind: "comment", by: "hana", actor: "helper" },
  { kind: "comment", by: "mia", actor: "maintainer" },
  { kind: "comment", by: "mia", actor: "maintainer", isDeleted: true },
  { kind: "comment", by: "carl", actor: "community" },
  { kind: "comment", by: "frontdesk", actor: "bot" },
  { kind: "answered", comment: "DC_x", actor: "helper" },
  { kind: "answered", comment: "DC_y", actor: "bot" },
  { kind: "unanswered" },
  { kind: "closed", reason: "resolved" },
  { kind: "closed", reason: "outdated" },
  { kind: "reopened" },
  { kind: "needs-info", by: "hana" },
] as const;

/** What may happen in two days, at whole minutes. */
const entries = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(2 * 1440)), { maxLength: 14 }).map((them) =>
  them.map(([it, minute], i): TimelineEntry => {
    const at = new Date(opened.getTime() + minute * minuteMs);
    return { key: `${i}`, at, id: `DC_${i}`, ...it } as TimelineEntry;
  }),
);

/** Read last when it was opened, so that nothing is known but what is told. */
const timelineOf = (told: readonly TimelineEntry[]) => aTimeline(told, { openedAt: opened });
const minute = fc.nat(2 * 1440 + 60).map((it) => new Date(opened.getTime() + it * minuteMs));
const target = fc.constantFrom(0, 1, 45, 120, 480, 1440).map((it) => it * 60);
const policy = fc.record({
  firstResponse: fc.constantFrom("anyone" as const, "team" as const),
  targets: fc.record({ "first-response": target, "next-response": target, resolution: target }),
});

describe("the clocks of any timeline", () => {
  it("count as a slow reckoning does, minute by minute, and are due and met when it says", () => {
    fc.assert(
      fc.property(
        entries,
        policy,
        fc.constantFrom(...calendars),
        minute,
        (told, { firstResponse, targets }, calendar, now) => {
          const slow = slowClocks({
            entries: until(told, now),
            openedAt: +opened,
            firstResponse,
            calendar,
            now: +now,
            targets,
          });
          const fast = clocksOf(timelineOf(told), { firstResponse, targets }, calendar, now);
          const inOrder = <It extends { clock: string; from: number }>(them: readonly It[]) =>
            [...them].sort((a, b) => (a.clock < b.clock ? -1 : Number(a.clock > b.clock)) || a.from - b.from);
          const isDueIfMet = new Set(fast.filter((it) => it.state === "met" && !it.isBreached).map(keyOf));
          expect(
            inOrder(
              fast.map((it) => ({
                clock: it.clock,
                from: +it.startedAt,
                counted: it.elapsed,
                metAt: it.metAt && +it.metAt,
                due: isDueIfMet.has(keyOf(it)) || !it.dueAt ? undefined : +it.dueAt,
                isBreached: it.isBreached,
              })),
            ),
          ).toEqual(
            inOrder(slow).map(({ due, ...it }) => ({
              ...it,
              due: isDueIfMet.has(`${it.clock}:${it.from}`) ? undefined : due,
              isBreached: it.counted > targets[it.clock],
            })),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("and its state are the same in any order, and told twice", () => {
    fc.assert(
      fc.property(entries, policy, minute, fc.infiniteStream(fc.nat()), (told, them, now, chance) => {
        const shuffled = [...told, ...told.slice(0, 5)].map((it) => [chance.next().value, it] as const);
        const other = shuffled.sort(([a], [b]) => a - b).map(([, it]) => it);
        expect(clocksOf(timelineOf(other), them, alwaysOpen, now)).toEqual(
          clocksOf(timelineOf(told), them, alwaysOpen, now),
        );
        expect(stateOf(timelineOf(other), { now })).toEqual(stateOf(timelineOf(told), { now }));
      }),
    );
  });

  it("have segments without gaps that add up to what has passed", () => {
    fc.assert(
      fc.property(entries, policy, fc.constantFrom(...calendars), minute, (told, them, calendar, now) => {
        for (const { segments, startedAt, elapsed } of clocksOf(timelineOf(told), them, calendar, now)) {
          expect(segments.map(({ from }) => from)).toEqual([startedAt, ...segments.slice(0, -1).map(({ to }) => to)]);
          expect(segments.at(-1)?.to).toEqual(now);
          expect(segments.reduce((sum, { counted }) => sum + counted, 0)).toBe(elapsed);
          for (const { is, counted, from, to } of segments) {
            expect(counted).toBe(is === "running" ? calendar.secondsBetween(from, to) : 0);
          }
        }
      }),
    );
  });

  it("never run backwards with the time, and no breach is undone by it", () => {
    fc.assert(
      fc.property(
        entries,
        policy,
        fc.constantFrom(...calendars),
        minute,
        minute,
        (told, them, calendar, one, other) => {
          const [early, late] = [one, other].sort((a, b) => +a - +b) as [Date, Date];
          const later = new Map(clocksOf(timelineOf(told), them, calendar, late).map((it) => [keyOf(it), it]));
          for (const before of clocksOf(timelineOf(told), them, calendar, early)) {
            const after = later.get(keyOf(before));
            expect(after?.elapsed).toBeGreaterThanOrEqual(before.elapsed);
            if (before.isBreached) expect(after?.isBreached).toBe(true);
          }
        },
      ),
    );
  });
});

function until(told: readonly TimelineEntry[], now: Date): readonly TimelineEntry[] {
  return told.filter(({ at }) => at <= now);
}

function keyOf({ clock, startedAt }: { readonly clock: string; readonly startedAt: Date }): string {
  return `${clock}:${+startedAt}`;
}
