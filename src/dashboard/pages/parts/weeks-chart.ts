import { html, raw } from "hono/html";
import { lineChart } from "../../../charts/line-chart.ts";
import type { LineChart } from "../../../charts/chart.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Figure, Report } from "../../../report/report.ts";
import { dayIn, type WantedPeriod } from "../../gather/period.ts";
import type { Html } from "../../html.ts";
import { measurePath, periodQuery } from "./links.ts";

export type MeasuredWeeks = Report["weeks"][number];

/** A measure week by week, as a drawing whose points lead to their threads. Nothing where no week has a value. */
export function weeksChart(
  { measure, title, unit, points }: MeasuredWeeks,
  repository: RepositoryRef,
  period: WantedPeriod,
): Html {
  if (!points.some(({ figure }) => valueOf(figure, unit) !== null)) return html``;
  const chart: LineChart = {
    title: `${title}, week by week${unit === "duration" ? " (median)" : ""}`,
    unit,
    timeZone: period.timeZone,
    lines: [
      {
        name: title,
        points: points.map(({ from, figure }) => ({
          at: new Date(from),
          value: valueOf(figure, unit),
          n: unit === "share" ? (figure.of ?? 0) : figure.n,
          href: `${measurePath(repository, measure, { ...periodQuery(period), week: dayIn(period.timeZone, new Date(from)) })}#threads`,
        })),
      },
    ],
  };
  // Drawn by ourselves: whatever people wrote in it is escaped there.
  return html`${raw(lineChart(chart, "auto"))}`;
}

function valueOf(figure: Figure, unit: MeasuredWeeks["unit"]): number | null {
  if (unit === "duration") return figure.calendar?.median ?? null;
  return unit === "share" ? figure.share : figure.n;
}
