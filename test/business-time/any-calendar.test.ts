import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnyHours, anyHours, slowClock, toYaml } from "./any-calendar.ts";
import { calendarOf } from "./calendar-of.ts";

const minuteMs = 60_000;

/** Reckoned minute by minute. */
function slowMinutes(hours: AnyHours, from: number, to: number): number {
  const isOpen = slowClock(hours);
  let open = 0;
  for (let at = from; at < to; at += minuteMs) if (isOpen(at)) open++;
  return open;
}

/** The end of the minute in which so many minutes have passed; undefined where that is not within ten days. */
function slowDue(hours: AnyHours, from: number, minutes: number): number | undefined {
  const isOpen = slowClock(hours);
  let left = minutes;
  for (let at = from; at < from + 10 * 1440 * minuteMs; at += minuteMs) {
    if (isOpen(at)) left--;
    if (left === 0) return at + minuteMs;
  }
  return undefined;
}

describe("any calendar", () => {
  it("counts what a slow reckoning counts, minute by minute", () => {
    fc.assert(
      fc.property(anyHours, fc.integer({ min: 0, max: 4 * 1440 }), ({ hours, from }, minutes) => {
        const to = from + minutes * minuteMs;
        const seconds = calendarOf(toYaml(hours)).secondsBetween(new Date(from), new Date(to));
        expect(seconds).toBe(slowMinutes(hours, from, to) * 60);
      }),
      { numRuns: 60 },
    );
  });

  it("reaches a target when a slow reckoning does", () => {
    fc.assert(
      fc.property(anyHours, fc.integer({ min: 1, max: 1_000 }), ({ hours, from }, minutes) => {
        const due = slowDue(hours, from, minutes);
        if (due === undefined) return;
        expect(calendarOf(toYaml(hours)).addSeconds(new Date(from), minutes * 60)).toEqual(new Date(due));
      }),
      { numRuns: 60 },
    );
  });

  it("is open when a slow clock says so, and opens when it does", () => {
    fc.assert(
      fc.property(anyHours, ({ hours, from }) => {
        const calendar = calendarOf(toYaml(hours));
        const isOpen = slowClock(hours);
        expect(calendar.isOpenAt(new Date(from))).toBe(isOpen(from));
        let at = from;
        while (!isOpen(at) && at < from + 10 * 1440 * minuteMs) at += minuteMs;
        if (isOpen(at)) expect(calendar.nextOpening(new Date(from))).toEqual(new Date(at));
      }),
      { numRuns: 100 },
    );
  });

  /** Moments to the millisecond, and spans of years. */
  const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2035, 0, 1) }).map((it) => new Date(it));
  const seconds = fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 20_000 * 3600 }));

  it("has passed a target exactly when it is due, and not before", () => {
    fc.assert(
      fc.property(anyHours, moment, seconds, ({ hours }, from, target) => {
        const calendar = calendarOf(toYaml(hours));
        const due = calendar.addSeconds(from, target);
        expect(calendar.secondsBetween(from, due)).toBe(target);
        const before = new Date(due.getTime() - 1);
        if (target > 0) expect(calendar.secondsBetween(from, before)).toBeLessThan(target);
      }),
    );
  });

  it("adds up, and never runs backwards", () => {
    fc.assert(
      fc.property(anyHours, fc.tuple(moment, moment, moment), seconds, ({ hours }, moments, target) => {
        const calendar = calendarOf(toYaml(hours));
        const [a, b, c] = moments.sort((one, other) => one.getTime() - other.getTime());
        const first = calendar.secondsBetween(a, b);
        const second = calendar.secondsBetween(b, c);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(calendar.secondsBetween(a, c)).toBeCloseTo(first + second, 3);
        expect(calendar.secondsBetween(c, a)).toBe(0);
        const due = calendar.addSeconds(a, target).getTime();
        expect(due).toBeLessThanOrEqual(calendar.addSeconds(b, target).getTime());
        expect(due).toBeLessThanOrEqual(calendar.addSeconds(a, target + 1).getTime());
      }),
    );
  });
});
