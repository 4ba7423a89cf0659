import { describe, expect, it } from "vitest";
import { figureOf } from "../../src/measures/figure-of.ts";
import { figuresBy, figuresByPart, observationsIn } from "../../src/measures/break-down.ts";
import type { Observation } from "../../src/measures/measure.ts";
import type { MeasuredHead } from "../../src/measures/measured-repository.ts";
import { quantile } from "../../src/measures/quantile.ts";

const day = (text: string) => new Date(`2026-03-${text}T00:00:00Z`);
const of = (values: readonly number[], given: Partial<Observation> = {}): readonly Observation[] =>
  values.map((value, i) => ({ thread: i + 1, at: day("02"), value, ...given }));

describe("a quantile", () => {
  // As numpy.percentile gives them: https://numpy.org/doc/1.23/reference/generated/numpy.percentile.html
  it.each([
    { sorted: [7], part: 0.9, is: 7 },
    { sorted: [0, 100], part: 0.5, is: 50 },
    { sorted: [0, 100], part: 0.9, is: 90 },
    { sorted: [1, 2, 3, 4, 5], part: 0.9, is: 4.6 },
    { sorted: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], part: 0.9, is: 10 },
    { sorted: [15, 20, 35, 40, 50], part: 0.4, is: 29 },
  ])("$part of $sorted is $is", ({ sorted, part, is }) => {
    expect(quantile(sorted, part)).toBeCloseTo(is, 9);
  });
});

describe("a figure", () => {
  it("of durations has median, p90 and mean, in calendar and in business time, in whatever order they come", () => {
    const observations = [40, 10, 30, 20].map((value) => ({ thread: 1, at: day("02"), value, business: value / 2 }));
    expect(figureOf({ unit: "duration" }, observations)).toEqual({
      n: 4,
      of: null,
      share: null,
      calendar: { median: 25, p90: 37, mean: 25 },
      business: { median: 12.5, p90: 18.5, mean: 12.5 },
    });
  });

  it("of nothing is none, and no zero", () => {
    const nothing = { n: 0, of: null, share: null, calendar: null, business: null };
    expect(figureOf({ unit: "duration" }, [])).toEqual(nothing);
    expect(figureOf({ unit: "share" }, [])).toEqual({ ...nothing, of: 0 });
    expect(figureOf({ unit: "count" }, [])).toEqual(nothing);
  });

  it("of a share has its denominator, and is hidden while that is too small", () => {
    expect(figureOf({ unit: "share" }, of([1, 0, 1, 1]))).toMatchObject({ n: 3, of: 4, share: 0.75 });
    expect(figureOf({ unit: "share", hiddenBelow: 5 }, of([1, 0, 1, 1]))).toMatchObject({ n: 3, of: 4, share: null });
    expect(figureOf({ unit: "share", hiddenBelow: 5 }, of([1, 0, 1, 1, 1]))).toMatchObject({ share: 0.8 });
  });

  it("of a count adds up", () => {
    expect(figureOf({ unit: "count" }, of([1, 2, 1]))).toMatchObject({ n: 4, of: null, calendar: null });
  });
});

describe("observations", () => {
  const head = (number: number, given: Partial<MeasuredHead>): [number, MeasuredHead] => [
    number,
    { number, title: "", url: "", openedAt: day("02"), category: "q-a", labels: [], ...given },
  ];
  const threads = new Map([
    head(1, { labels: ["bug", "docs"], priority: "p1" }),
    head(2, { labels: ["bug"], category: "ideas" }),
    head(3, {}),
  ]);
  const n = (dimension: "category" | "label" | "priority" | "tier") =>
    figuresBy({ unit: "count" }, of([1, 1, 1]), threads, dimension).map(({ value, figure }) => [value, figure.n]);

  it("are told apart by what their threads have, a thread under each of its labels", () => {
    expect(n("label")).toEqual([
      ["bug", 2],
      ["docs", 1],
    ]);
    expect(n("category")).toEqual([
      ["ideas", 1],
      ["q-a", 2],
    ]);
    expect(n("priority")).toEqual([["p1", 1]]);
    expect(n("tier")).toEqual([]);
  });

  it("are told apart by their parts", () => {
    const some = [...of([1], { part: "b" }), ...of([1, 1], { part: "a" }), ...of([1])];
    expect(figuresByPart({ unit: "count" }, some).map(({ value, figure }) => [value, figure.n])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
  });

  it("belong to one of two periods that meet", () => {
    const some = [...of([1], { at: day("01") }), ...of([2], { at: day("02") }), ...of([3], { at: day("03") })];
    const values = (from: string, to: string) =>
      observationsIn(some, { from: day(from), to: day(to) }).map(({ value }) => value);
    expect(values("01", "02")).toEqual([1]);
    expect(values("02", "04")).toEqual([2, 3]);
  });
});
