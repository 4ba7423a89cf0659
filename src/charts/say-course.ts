import { dayNames, sayValue } from "./axis.ts";
import type { LineChart } from "./chart.ts";

/** What a reader would see at a glance: where each line begins and ends, and how many points have no value. */
export function sayCourse(chart: LineChart): string {
  const times = chart.lines.flatMap(({ points }) => points.map(({ at }) => at));
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last) return "Nothing to show.";
  const days = dayNames({ from: first, to: last }, chart.timeZone);
  return chart.lines.map((line) => sayLine(line, chart, days.whole)).join(" ");
}

function sayLine({ name, points }: LineChart["lines"][number], chart: LineChart, dayOf: (at: Date) => string): string {
  const known = points.flatMap((it) => (it.value === null ? [] : [{ ...it, value: it.value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${name}: nothing to show.`;
  const say = (it: typeof first) => `${sayValue(it.value, chart)} on ${dayOf(it.at)} (n = ${it.n})`;
  const gaps = points.length - known.length;
  const without = gaps === 0 ? "" : `; ${gaps} of ${points.length} points have no value`;
  return first === last
    ? `${name}: ${say(first)}${without}.`
    : `${name}: from ${say(first)} to ${say(last)}${without}.`;
}
