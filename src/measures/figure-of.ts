import type { MeasuredFigure, Spread } from "./figure.ts";
import type { Measure, Observation } from "./measure.ts";
import { quantile } from "./quantile.ts";

/** What observations of a measure come to together. */
export function figureOf(
  { unit, hiddenBelow = 1 }: Pick<Measure, "unit" | "hiddenBelow">,
  observations: readonly Observation[],
): MeasuredFigure {
  const none = { of: null, share: null, calendar: null, business: null };
  const sum = observations.reduce((total, { value }) => total + value, 0);
  switch (unit) {
    case "duration": {
      const business = observations.flatMap((it) => it.business ?? []);
      const calendar = observations.map(({ value }) => value);
      return { ...none, n: observations.length, calendar: spreadOf(calendar), business: spreadOf(business) };
    }
    case "share": {
      const of = observations.length;
      return { ...none, n: sum, of, share: of < hiddenBelow ? null : sum / of };
    }
    case "count":
      return { ...none, n: sum };
  }
}

function spreadOf(seconds: readonly number[]): Spread | null {
  if (seconds.length === 0) return null;
  const sorted = seconds.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, it) => sum + it, 0) / sorted.length;
  return { median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), mean };
}
