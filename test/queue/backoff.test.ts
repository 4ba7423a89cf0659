import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxAttempts, retryDelayMs } from "../../src/queue/backoff.ts";

const almostOne = 1 - 2 ** -53;

describe("the wait before the next try", () => {
  it.each([
    [1, 5_000],
    [2, 15_000],
    [3, 45_000],
    [4, 135_000],
    [5, 405_000],
    [6, 1_215_000],
    [7, 3_600_000],
  ])("after %i failed tries is 10 s and anything up to %i ms", (attempts, longest) => {
    expect(retryDelayMs(attempts, 0)).toBe(10_000);
    expect(retryDelayMs(attempts, 0.5)).toBe(10_000 + longest / 2);
    expect(retryDelayMs(attempts, almostOne)).toBe(10_000 + longest - 1);
  });

  it.each([maxAttempts, maxAttempts + 1, 1_000])("after %i failed tries is for ever", (attempts) => {
    expect(retryDelayMs(attempts, 0.5)).toBeUndefined();
  });

  it("is a whole number of milliseconds of more than GitHub lags, and of little more than an hour at most", () => {
    const chance = fc.double({ min: 0, max: almostOne, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: maxAttempts - 1 }), chance, (attempts, random) => {
        const delay = retryDelayMs(attempts, random);
        expect(delay).toSatisfy(Number.isSafeInteger);
        expect(delay).toBeGreaterThanOrEqual(10_000);
        expect(delay).toBeLessThan(3_610_000);
      }),
    );
  });
});
