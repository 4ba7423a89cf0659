import { describe, expect, it } from "vitest";
import { recommendThreshold, type CurvePoint } from "../../../src/evaluation/measures/recommend-threshold.ts";

/** `[threshold, helpful, judged]` */
type Row = readonly [number, number, number];

const curve = (rows: readonly Row[]): CurvePoint[] =>
  rows.map(([threshold, helpfulPosts, judgedPosts]) => ({ threshold, answerRate: 0.5, judgedPosts, helpfulPosts }));

describe("the recommended threshold", () => {
  it.each<[string, readonly Row[], number, string]>([
    ["nothing was ever asked", [], 0.6, "few-cases"],
    [
      "there are few cases, all of them good",
      [
        [0.3, 20, 20],
        [0.6, 10, 10],
      ],
      0.6,
      "few-cases",
    ],
    [
      "all is good",
      [
        [0.3, 190, 200],
        [0.6, 95, 100],
      ],
      0.3,
      "fitted",
    ],
    [
      "posts below it are weak",
      [
        [0.3, 100, 200],
        [0.5, 120, 150],
        [0.6, 85, 100],
      ],
      0.5,
      "fitted",
    ],
    [
      "it barely reaches the aim with few cases",
      [
        [0.5, 100, 200],
        [0.7, 28, 40],
      ],
      0.7,
      "not-reached",
    ],
    [
      "it barely reaches the aim with many cases",
      [
        [0.5, 1000, 2000],
        [0.7, 740, 1000],
      ],
      0.7,
      "fitted",
    ],
    [
      "a lucky run lies below a bad stretch",
      [
        [0.4, 80, 100],
        [0.5, 50, 90],
        [0.6, 76, 85],
      ],
      0.6,
      "fitted",
    ],
    [
      "one unlucky run among few lies above",
      [
        [0.4, 170, 200],
        [0.9, 20, 30],
      ],
      0.4,
      "fitted",
    ],
    [
      "nothing reaches the aim",
      [
        [0.3, 80, 200],
        [0.5, 60, 120],
        [0.7, 40, 65],
      ],
      0.7,
      "not-reached",
    ],
    [
      "nothing reaches the aim and low is best",
      [
        [0.3, 120, 200],
        [0.8, 15, 40],
      ],
      0.6,
      "not-reached",
    ],
    ["only thresholds that are never recommended are good", [[0.1, 290, 300]], 0.6, "few-cases"],
  ])("where %s", (_, rows, threshold, basis) => {
    expect(recommendThreshold(curve(rows), 0.6)).toMatchObject({ threshold, basis });
  });

  it("does not depend on the order of the curve", () => {
    const rows = curve([
      [0.5, 120, 150],
      [0.3, 100, 200],
      [0.6, 85, 100],
    ]);
    expect(recommendThreshold(rows, 0.6)).toEqual(recommendThreshold(rows.toReversed(), 0.6));
  });

  it("says what it rests on", () => {
    const { because, cases } = recommendThreshold(curve([[0.5, 120, 150]]), 0.6);
    expect(cases).toBe(150);
    expect(because).toContain("120 of 150 posts");
  });

  it("says how few cases there are", () => {
    expect(recommendThreshold(curve([[0.5, 6, 12]]), 0.6).because).toMatch(/12 posts[^]*default, 0\.60/);
  });
});
