import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weighOpinions } from "../../../src/search/feedback/item-opinions.ts";

const count = fc.nat(10_000);

describe("what opinions change about an item", () => {
  it.each([
    [0, 0, 0],
    [1, 0, 1],
    [0, 1, -1],
    [1, 1, 0],
    [2, 0, 2],
    [5, 1, 3],
    [0, 10, -5],
    [200, 0, 10],
    [0, 10_000, -10],
  ])("for %i good and %i bad is %i steps", (helpful, unhelpful, steps) => {
    expect(weighOpinions({ helpful, unhelpful }).steps).toBe(steps);
  });

  it("is at most a tenth of the score and 0.5 in log-odds, both of one sign", () => {
    fc.assert(
      fc.property(count, count, (helpful, unhelpful) => {
        const { steps, scoreShare, logOdds } = weighOpinions({ helpful, unhelpful });
        expect(Number.isInteger(steps)).toBe(true);
        expect(Math.abs(scoreShare)).toBeLessThanOrEqual(0.1);
        expect(Math.abs(logOdds)).toBeLessThanOrEqual(0.5);
        expect(Math.sign(scoreShare)).toBe(Math.sign(logOdds));
      }),
    );
  });

  it("is one step more at most for one more good opinion, and never less", () => {
    fc.assert(
      fc.property(count, count, (helpful, unhelpful) => {
        const before = weighOpinions({ helpful, unhelpful }).steps;
        const after = weighOpinions({ helpful: helpful + 1, unhelpful }).steps;
        expect([0, 1]).toContain(after - before);
      }),
    );
  });

  it("is the opposite for the opposite opinions", () => {
    fc.assert(
      fc.property(count, count, (one, other) => {
        const there = weighOpinions({ helpful: one, unhelpful: other }).steps;
        const back = weighOpinions({ helpful: other, unhelpful: one }).steps;
        expect(there + back).toBe(0);
      }),
    );
  });
});
