import { describe, expect, it } from "vitest";
import { type Prediction, reliabilityOf, reliabilityTable } from "../../bench/search/reliability.ts";

function predictions(confidence: number, helped: number, unhelped: number): Prediction[] {
  return Array.from({ length: helped + unhelped }, (_, i) => ({ confidence, isHelped: i < helped }));
}

describe("reliability", () => {
  it("of claims that come true as often as they say has no error", () => {
    const { bins, calibrationError, brier } = reliabilityOf([...predictions(0.25, 1, 3), ...predictions(0.75, 3, 1)]);
    expect(bins).toEqual([
      { from: 0.2, questions: 4, confidence: 0.25, helped: 0.25 },
      { from: 0.7, questions: 4, confidence: 0.75, helped: 0.75 },
    ]);
    expect(calibrationError).toBe(0);
    expect(brier).toBeCloseTo(0.1875, 9);
  });

  it("of claims that promise too much, and of those that promise too little, has one", () => {
    const { calibrationError } = reliabilityOf([...predictions(0.9, 0, 1), ...predictions(0.1, 3, 0)]);
    expect(calibrationError).toBeCloseTo(0.9, 9);
  });

  it.each([
    [0, 0],
    [0.3, 0.3],
    [0.7, 0.7],
    [0.0999, 0],
    [1, 0.9],
  ])("a claim of %f stands in the bin from %f", (confidence, from) => {
    expect(reliabilityOf(predictions(confidence, 1, 0)).bins.map((bin) => bin.from)).toEqual([from]);
  });

  it("of nothing is nothing", () => {
    expect(reliabilityOf([])).toEqual({ bins: [], calibrationError: 0, brier: 0 });
  });

  it("is told as a table", () => {
    expect(reliabilityTable(reliabilityOf(predictions(0.62, 1, 1)))).toBe(
      "| confidence | questions | claimed | helped |\n| --- | --- | --- | --- |\n| 0.6–0.7 | 2 | 0.62 | 0.50 |\n\ncalibration error 0.120, Brier score 0.264",
    );
  });
});
