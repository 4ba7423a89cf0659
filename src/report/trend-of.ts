import type { MeasuredFigure } from "../measures/figure.ts";
import type { Measure } from "../measures/measure.ts";
import type { Report } from "./report.ts";

/** With fewer on either side, a change is as good as chance. */
const minN = 5;

/** What is called a change: of durations and counts a tenth of what it was, of shares five points in a hundred. */
const minChange = { relative: 0.1, share: 0.05 };

/**
 * How a figure stands against the period before: the median in calendar time of a duration, the share, the count. Null
 * where either is made of fewer than five, where there is nothing to compare, and of what tells how things stand now.
 */
export function trendOf(
  { unit, better, isAsOfNow }: Pick<Measure, "unit" | "better" | "isAsOfNow">,
  now: MeasuredFigure,
  before: MeasuredFigure,
): Report["figures"][number]["trend"] {
  if (isAsOfNow || sizeOf(now) < minN || sizeOf(before) < minN) return null;
  const [value, earlier] = [valueOf(now, unit), valueOf(before, unit)];
  if (value === null || earlier === null) return null;
  const change = value - earlier;
  const least = unit === "share" ? minChange.share : minChange.relative * earlier;
  // Shares differ by what adding makes of hundredths.
  if (change === 0 || Math.abs(change) < least - 1e-9) return "same";
  const direction = change > 0 ? "more" : "less";
  if (better === "neither") return direction;
  return direction === better ? "better" : "worse";
}

/** How many a figure rests on: of a share, its denominator. */
export function sizeOf({ n, of }: Pick<MeasuredFigure, "n" | "of">): number {
  return of ?? n;
}

/** The one number that stands for a figure. */
function valueOf({ n, share, calendar }: MeasuredFigure, unit: Measure["unit"]): number | null {
  switch (unit) {
    case "duration":
      return calendar?.median ?? null;
    case "share":
      return share;
    case "count":
      return n;
  }
}
