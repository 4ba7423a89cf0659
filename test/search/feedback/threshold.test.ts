import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultThreshold, feedbackSince, thresholdInForce } from "../../../src/search/feedback/threshold.ts";

const fitted = { threshold: 0.5, cases: 412, from: "back-test", at: new Date("2026-03-01T00:00:00Z") };
const auto = { configured: "auto", fitted: undefined } as const;

/** The package's threshold, and so much more. */
const above = (moved: number) => Number((defaultThreshold + moved).toFixed(4));

/** So many judged posts of which so many helped, in an order that spreads them. */
const verdicts = (helpful: number, all: number) =>
  Array.from({ length: all }, (_, i) => ({
    number: i,
    helpful: Math.floor(((i + 1) * helpful) / all) > Math.floor((i * helpful) / all),
  }));

describe("the threshold", () => {
  it.each([
    ["is taken as it is from the config", { configured: 0.8, fitted }, verdicts(0, 50), 0.8, "as configured"],
    ["is the package's before anything is known", auto, [], defaultThreshold, "as shipped"],
    [
      "is the repository's own where one was fitted",
      { configured: "auto", fitted } as const,
      [],
      0.5,
      "fitted by back-test on 412 questions",
    ],
    ["stays where it is while few posts were judged", auto, verdicts(0, 7), defaultThreshold, "as shipped"],
    ["stays where it is when as many helped as are meant to", auto, verdicts(35, 50), defaultThreshold, "as shipped"],
    [
      "rises when too few helped",
      auto,
      verdicts(2, 10),
      above(0.06),
      `${defaultThreshold} as shipped, 0.06 more since 2 of the last 10 judged posts helped`,
    ],
    [
      "falls when more helped than needed",
      { configured: "auto", fitted } as const,
      verdicts(50, 50),
      0.42,
      "0.5 fitted by back-test on 412 questions, 0.08 less since 50 of the last 50 judged posts helped",
    ],
    [
      "rises by 0.14 at most",
      auto,
      verdicts(0, 50),
      above(0.14),
      `${defaultThreshold} as shipped, 0.14 more since 0 of the last 50 judged posts helped`,
    ],
    [
      "looks at the last fifty only",
      auto,
      [...verdicts(0, 50), ...verdicts(500, 500)],
      above(0.14),
      `${defaultThreshold} as shipped, 0.14 more since 0 of the last 50 judged posts helped`,
    ],
  ] as const)("%s", (_, base, judged, value, because) => {
    expect(thresholdInForce(base, judged)).toMatchObject({ value, because });
  });

  it("is from 0 to 1 and within 0.14 of where it began, in steps of 0.02", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.boolean(), { maxLength: 80 }),
        (threshold, helped) => {
          const judged = helped.map((helpful, number) => ({ number, helpful }));
          const { value, base, moved } = thresholdInForce(
            { configured: "auto", fitted: { ...fitted, threshold } },
            judged,
          );
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(base).toBe(threshold);
          expect(Math.abs(moved)).toBeLessThanOrEqual(0.14);
          if (value > 0 && value < 1) expect(Math.abs(moved / 0.02 - Math.round(moved / 0.02))).toBeLessThan(0.01);
        },
      ),
    );
  });

  it("moves by one step at most for one more judged post", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 8, maxLength: 80 }), fc.boolean(), (helped, newest) => {
        const at = (all: readonly boolean[]) =>
          thresholdInForce(
            auto,
            all.map((helpful, number) => ({ number, helpful })),
          ).value;
        const change = at([newest, ...helped]) - at(helped);
        expect(Math.abs(change)).toBeLessThan(0.021);
      }),
    );
  });
});

describe("feedback that moves the threshold", () => {
  const now = new Date("2026-03-10T00:00:00Z");

  it("is that of the last half year", () => {
    expect(feedbackSince({ fitted: undefined }, now)).toEqual(new Date("2025-09-11T00:00:00Z"));
  });

  it("is what came after a threshold was fitted", () => {
    expect(feedbackSince({ fitted }, now)).toEqual(fitted.at);
  });
});
