import { describe, expect, it } from "vitest";
import { measures } from "../../src/measures/index.ts";
import { figureOf } from "../../src/measures/figure-of.ts";
import { trendOf } from "../../src/report/trend-of.ts";

const day = new Date("2026-11-16T00:00:00Z");

function figure(unit: "duration" | "share" | "count", values: readonly number[]) {
  return figureOf(
    { unit },
    values.map((value, thread) => ({ thread, at: day, value, business: value })),
  );
}

/** So many hits of so many. */
const shareOf = (hits: number, of: number) => Array.from({ length: of }, (_, index) => Number(index < hits));
const ones = (count: number) => Array.from({ length: count }, () => 1);
const sixOf = (value: number) => Array.from({ length: 6 }, () => value);

describe("a trend", () => {
  it.each([
    ["less time is better", "duration", "less", sixOf(100), sixOf(80), "better"],
    ["more time is worse", "duration", "less", sixOf(100), sixOf(120), "worse"],
    ["less than a tenth is no change", "duration", "less", sixOf(100), sixOf(109), "same"],
    ["a tenth is one", "duration", "less", sixOf(100), sixOf(110), "worse"],
    ["four are too few", "duration", "less", sixOf(100), [1, 1, 1, 1], null],
    ["a share of many, with few hits", "share", "more", shareOf(4, 20), shareOf(6, 20), "better"],
    ["a share by five points in a hundred", "share", "more", shareOf(6, 20), shareOf(5, 20), "worse"],
    ["a share by less", "share", "more", shareOf(50, 100), shareOf(54, 100), "same"],
    ["a share of four", "share", "more", shareOf(4, 4), shareOf(0, 20), null],
    ["a count", "count", "neither", ones(10), ones(12), "more"],
    ["a count that is neither good nor bad", "count", "neither", ones(12), ones(10), "less"],
    ["the same", "count", "more", ones(12), ones(12), "same"],
    ["nothing before, in no time", "duration", "less", sixOf(0), sixOf(0), "same"],
  ] as const)("%s", (_, unit, better, before, now, expected) => {
    expect(trendOf({ unit, better }, figure(unit, now), figure(unit, before))).toBe(expected);
  });

  it("is not told of how things stand now: what is of an earlier period has had more time", () => {
    const [now, before] = [figure("duration", sixOf(100)), figure("duration", sixOf(200))];
    expect(trendOf({ unit: "duration", better: "less", isAsOfNow: true }, now, before)).toBeNull();
    const asOfNow = measures.filter((it) => it.isAsOfNow).map(({ name }) => name);
    expect(asOfNow).toEqual(["unanswered", "unanswered-age"]);
  });

  it("is not told of a share that is hidden", () => {
    const hidden = { n: 3, of: 6, share: null, calendar: null, business: null };
    expect(trendOf({ unit: "share", better: "more" }, hidden, figure("share", shareOf(3, 6)))).toBeNull();
  });
});
