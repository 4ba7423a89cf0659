import fc from "fast-check";
import { RRule } from "rrule";
import { describe, expect, it } from "vitest";
import { readRule } from "../../src/sessions/read-rule.ts";
import { ruleStarts } from "../../src/sessions/rule-starts.ts";
import { anyRule } from "./any-rule.ts";

// The package `rrule` reckons like Python's dateutil, in times that are said to be UTC and mean any zone:
// https://github.com/jkbrzt/rrule#important-use-utc-dates. What becomes of them in a zone is asked of `Intl` alone.

const hourMs = 3_600_000;

/** What `rrule` says that clocks show, in milliseconds as if in UTC. */
function localStarts(rule: string, start: string, from: number, to: number): number[] {
  const options = RRule.parseString(rule);
  // It looks for a rule that never matches until the year 9999.
  const until = new Date(Math.min(options.until?.getTime() ?? to, to));
  const them = new RRule({ ...options, dtstart: new Date(`${start.replace(" ", "T")}:00Z`), until });
  return them.between(new Date(from), new Date(to), true).map((it) => it.getTime());
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far ahead of UTC a zone is at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  formats.set(timeZone, format);
  return Date.parse(`${format.format(at).replace(" ", "T")}Z`) - at;
}

/** The first moment at which clocks show a time; in a gap, the one that the offset before it gives. */
function momentOf(local: number, timeZone: string): number {
  const before = local - offsetAt(local - 24 * hourMs, timeZone);
  const after = local - offsetAt(local + 24 * hourMs, timeZone);
  const real = [before, after].filter((at) => at + offsetAt(at, timeZone) === local);
  return real.length > 0 ? Math.min(...real) : before;
}

/** The same moments by `rrule` and `Intl`. */
function theirStarts({ rule, start, timezone }: Series, from: number, to: number): number[] {
  const moments = localStarts(rule, start, from - 48 * hourMs, to + 48 * hourMs).map((it) => momentOf(it, timezone));
  return [...new Set(moments)].filter((at) => at >= from && at < to).toSorted((a, b) => a - b);
}

interface Series {
  readonly rule: string;
  readonly start: string;
  readonly timezone: string;
}

const ourStarts = (series: Series, from: number, to: number) => ruleStarts(series, from, to).map(({ at }) => at);

// One with the summer of the south, one with half an hour and none, and one whose summer time is half an hour.
describe.each(["America/New_York", "Australia/Sydney", "Asia/Kolkata", "Australia/Lord_Howe"])(
  "ten years in %s",
  (timezone) => {
    it.each([
      ["FREQ=WEEKLY;BYDAY=TU", "2026-01-06 14:00", 522],
      ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU", "2026-01-06 02:30", 522],
      // Sundays at half past two: each of the changes of clocks.
      ["FREQ=WEEKLY;BYDAY=SU", "2026-01-04 02:30", 522],
      ["FREQ=WEEKLY;BYDAY=SU;BYHOUR=1,2,3;BYMINUTE=30", "2026-01-04 01:30", 1566],
      ["FREQ=MONTHLY;BYDAY=1TH", "2026-01-01 00:30", 120],
      ["FREQ=MONTHLY;BYDAY=-1FR,2MO", "2026-01-12 23:30", 240],
      ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-30 17:00", 120],
      ["FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "2026-01-30 17:00", 120],
      ["FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31 09:00", 70],
      ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2028-02-29 09:00", 2],
      ["FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "2026-12-28 09:00", 2],
      ["FREQ=YEARLY;BYYEARDAY=1,-1", "2026-01-01 00:00", 20],
      ["FREQ=WEEKLY;COUNT=100", "2026-01-06 14:00", 100],
      ["FREQ=MONTHLY;BYDAY=3WE;UNTIL=20301231T235959", "2026-01-21 14:00", 60],
    ])("%s", (rule, start, about) => {
      const series = { rule, start, timezone };
      const [from, to] = [Date.UTC(2025, 11, 30), Date.UTC(2035, 11, 30)];
      const ours = ourStarts(series, from, to);
      expect(ours).toEqual(theirStarts(series, from, to));
      expect(ours.length).toBeGreaterThan(about * 0.9);
    });
  },
);

it("any rule gives the same", () => {
  const [from, to] = [Date.UTC(2027, 5, 1), Date.UTC(2028, 5, 1)];
  const startDay = fc.integer({ min: 0, max: 600 });
  const zone = fc.constantFrom("Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata");
  let sessions = 0;
  fc.assert(
    fc.property(anyRule, startDay, zone, (rule, day, timezone) => {
      expect(readRule(rule)).toHaveProperty("rule");
      const start = `${new Date(Date.UTC(2026, 5, 1 + day)).toISOString().slice(0, 10)} 02:30`;
      const ours = ourStarts({ rule, start, timezone }, from, to);
      sessions += ours.length;
      expect(ours).toEqual(theirStarts({ rule, start, timezone }, from, to));
    }),
    { numRuns: 25 },
  );
  expect(sessions).toBeGreaterThan(0);
});
