import type { BarChart, LineChart } from "../charts/chart.ts";
import type { Figure, Report } from "./report.ts";

/** A measure's course over the weeks of a report. */
export interface ReportChart {
  /** Name of the measure. */
  readonly measure: string;
  readonly chart: LineChart;
}

type Weeks = Report["weeks"][number];

/** The courses of a report that show one: of measures with a value in two weeks or more, in their order. */
export function chartsOf({ weeks, timeZone }: Pick<Report, "weeks" | "timeZone">): readonly ReportChart[] {
  return weeks
    .map((it) => ({ measure: it.measure, chart: chartOf(it, timeZone) }))
    .filter(({ chart }) => isCourse(chart));
}

/** The course of one measure: of durations median and p90 in calendar time. `hrefOf`: where a week's point leads. */
export function chartOf(
  { title, unit, points }: Weeks,
  timeZone: string,
  hrefOf?: (week: Weeks["points"][number]) => string,
): LineChart {
  const line = (name: string, valueOf: (figure: Figure) => number | null) => ({
    name,
    points: points.map((it) => ({
      at: new Date(it.from),
      value: valueOf(it.figure),
      n: it.figure.of ?? it.figure.n,
      ...(hrefOf && { href: hrefOf(it) }),
    })),
  });
  const chart = { title: `${title}, by week`, unit, timeZone };
  switch (unit) {
    case "duration":
      return {
        ...chart,
        lines: [
          line("median", ({ calendar }) => calendar?.median ?? null),
          line("p90", ({ calendar }) => calendar?.p90 ?? null),
        ],
      };
    case "share":
      return { ...chart, lines: [line("share", ({ share }) => share)] };
    case "count":
      return { ...chart, lines: [line("count", ({ n }) => n)] };
  }
}

/** As many as are told apart at a glance: the table beside it has them all. */
const maxBars = 12;

/** A measure by what discussions have, those with most behind them first: of durations the median in calendar time. Undefined where there is nothing to tell apart. */
export function barsOf({ title, unit, by, rows }: Report["breakdowns"][number]): BarChart | undefined {
  if (rows.length < 2) return undefined;
  const bars = rows
    .map(({ value: name, figure }) => ({ name, value: mainNumberOf(figure, unit), n: figure.of ?? figure.n }))
    .toSorted((a, b) => b.n - a.n)
    .slice(0, maxBars);
  return { title: `${title}, by ${by}`, unit, bars };
}

function mainNumberOf({ n, share, calendar }: Figure, unit: Weeks["unit"]): number | null {
  if (unit === "duration") return calendar?.median ?? null;
  return unit === "share" ? share : n;
}

/** Counts are 0 where there is nothing. */
function isCourse({ lines, unit }: LineChart): boolean {
  const isValue = (value: number | null) => value !== null && (unit !== "count" || value > 0);
  return lines.some(({ points }) => points.filter(({ value }) => isValue(value)).length > 1);
}
