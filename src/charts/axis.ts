import { scaleLinear } from "d3-scale";
import { sayDuration } from "../text/say-duration.ts";
import type { LineChart } from "./chart.ts";

/** The values of an axis: from 0 to `end`, with a mark at each of `ticks`. */
export interface Axis {
  readonly end: number;
  readonly ticks: readonly number[];
}

type Told = Pick<LineChart, "unit" | "isBusiness">;

const [minute, hour, day] = [60, 3600, 86_400];

/** Steps that people count durations by; beyond these, they double. */
const usualSteps = [1, 5, 10, 30, minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour];
const calendarSteps = [...usualSteps, 6 * hour, 12 * hour, day, 2 * day, 3 * day, 7 * day];
const businessSteps = [...usualSteps, 5 * hour, 10 * hour, 20 * hour, 50 * hour, 100 * hour];

/** Marks an axis has at most, beside that at 0. */
const maxTicks = 4;

/** An axis on which all of these values have their place. */
export function axisOf(values: readonly number[], { unit, isBusiness = false }: Told): Axis {
  if (unit === "share") return { end: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };
  const most = values.reduce((one, other) => Math.max(one, other), 1);
  return unit === "count" ? countAxis(most) : durationAxis(most, isBusiness ? businessSteps : calendarSteps);
}

function countAxis(most: number): Axis {
  const scale = scaleLinear().domain([0, most]).nice(maxTicks);
  const ticks = scale.ticks(maxTicks).filter((it) => Number.isInteger(it));
  return { end: scale.domain()[1] ?? most, ticks };
}

function durationAxis(most: number, steps: readonly number[]): Axis {
  let step = steps.find((it) => most <= it * maxTicks) ?? steps.at(-1) ?? day;
  while (most > step * maxTicks) step *= 2;
  const count = Math.ceil(most / step);
  return { end: count * step, ticks: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

/** A value in words: `3 h 20 min`, `62 %`, `12`. */
export function sayValue(value: number, { unit, isBusiness = false }: Told): string {
  switch (unit) {
    case "duration":
      return value === 0 ? "0" : sayDuration(value, isBusiness);
    case "share":
      return sayShare(value);
    case "count":
      return Number.isInteger(value) ? String(value) : value.toFixed(1);
  }
}

/** With the percent sign behind a space, which does not break: https://www.bipm.org/en/publications/si-brochure (5.4.7) */
function sayShare(value: number): string {
  return `${Math.round(value * 100)}\u00A0%`;
}

/** How much room a text takes in a usual typeface of this size, roughly: digits and small letters. */
export function widthOf(text: string, size: number): number {
  return Math.ceil(text.length * size * 0.58);
}

/** Names the days of points: `2 Nov`, and `Nov 2026` where they are of more than ten months. */
export function dayNames(span: { readonly from: Date; readonly to: Date }, timeZone = "UTC") {
  const isLong = span.to.getTime() - span.from.getTime() > 300 * day * 1000;
  const short = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    month: "short",
    ...(isLong ? { year: "numeric" } : { day: "numeric" }),
  });
  const whole = new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short", year: "numeric" });
  return { short: (at: Date) => short.format(at), whole: (at: Date) => whole.format(at) };
}
