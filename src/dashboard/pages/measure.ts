import { html } from "hono/html";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Measure } from "../../measures/measure.ts";
import type { Report } from "../../report/report.ts";
import { sayMadeOf } from "../../report/say-figure.ts";
import type { Period } from "../../business-time/periods.ts";
import { dayIn, readPeriod, timeZoneOf, type WantedPeriod } from "../gather/period.ts";
import type { ReportReads } from "../gather/reads.ts";
import { reportOf } from "../gather/report-of.ts";
import { gatherBehind, readBehindFilter, type BehindFilter, type BehindPage } from "../gather/threads-behind.ts";
import type { RepositoryPage } from "../page.ts";
import { behindTable } from "./measure/behind-table.ts";
import { filtersOfBehind } from "./measure/filters-of-behind.ts";
import { dimensions } from "./overview/breakdown-table.ts";
import { definitionOf, findMeasure } from "./parts/definition.ts";
import { figureCell, figureFacts, mainNumber, trendOf } from "./parts/figure.ts";
import type { Html } from "../html.ts";
import { measurePath, periodQuery } from "./parts/links.ts";
import { pager } from "./parts/pager.ts";
import { periodForm } from "./parts/period-form.ts";
import { table } from "./parts/table.ts";
import { weeksChart, type MeasuredWeeks } from "./parts/weeks-chart.ts";

/** One number, opened down to the threads behind it. */
export const measurePage: RepositoryPage<ReportReads> = {
  path: "/measures/:measure",
  audience: "reader",
  summary:
    "One number: its definition, how it went, what it is by category, label, priority and tier, and the threads behind it.",
  async render({ repository, params, query, reads, now }) {
    const measure = findMeasure(params["measure"] ?? "");
    if (!measure) return undefined;
    const period = readPeriod(query, now, await timeZoneOf(repository, reads));
    const filter = readBehindFilter(query);
    const report = await reportOf(repository, period, { measurer: reads.measurer, now });
    const weeks = report.weeks.find((it) => it.measure === measure.name);
    const within = filter.week === undefined ? period : weekOf(filter.week, weeks, period.timeZone);
    const behind = await gatherBehind(repository, reads.measurer, { measure: measure.name, period: within, filter });
    return { title: measure.title, body: body(measure, report, { repository, period, filter, behind }) };
  },
};

/** The week of the report that begins on a day; of a day on which none does, nothing is shown. */
function weekOf(day: string, weeks: MeasuredWeeks | undefined, timeZone: string): Period {
  const week = weeks?.points.find((it) => dayIn(timeZone, new Date(it.from)) === day);
  return week ? { from: new Date(week.from), to: new Date(week.to) } : { from: new Date(day), to: new Date(day) };
}

interface Shown {
  readonly repository: RepositoryRef;
  readonly period: WantedPeriod;
  readonly filter: BehindFilter;
  readonly behind: BehindPage;
}

function body(measure: Measure, report: Report, shown: Shown): Html {
  const { repository, period, filter, behind } = shown;
  const path = measurePath(repository, measure.name);
  const { page: _, ...kept } = filter;
  const linked = { ...periodQuery(period), ...kept };
  const weeks = report.weeks.find((it) => it.measure === measure.name);
  return html`${definitionOf(measure)} ${periodForm(path, period)} ${numberOf(measure, report)}
    ${weeks ? weeksChart(weeks, repository, period) : ""} ${breakdowns(measure, report, shown)}
    <h2 id="threads">Discussions behind it</h2>
    ${filtersOfBehind(measure, report, { path, period, filter, choices: behind.choices })}
    ${behindTable(measure, behind, repository)} ${pager(path, { ...linked }, behind, "#threads")}`;
}

function numberOf(measure: Measure, report: Report): Html {
  const figure = report.figures.find((it) => it.measure === measure.name);
  if (!figure) return html`<p class="soft">Nothing is known of it in this period.</p>`;
  const parts = Object.entries(figure.parts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return html`<p>
      <span class="figure">${mainNumber(figure.now, figure.unit)}</span>
      <span class="soft">${figure.unit === "duration" ? "median, " : ""}${sayMadeOf(figure.now, figure.unit)}</span>
    </p>
    ${figureFacts(figure.now, figure.unit)} ${trendOf(figure)}
    ${
      parts.length === 0
        ? ""
        : table(
            `By ${measure.parts ?? "part"}`,
            [measure.parts ?? "Part", { title: "Number", isNumber: true }],
            parts.map(([name, it]) => [name, figureCell(it, figure.unit)]),
          )
    }`;
}

function breakdowns(measure: Measure, report: Report, { repository, period }: Shown): Html {
  const own = report.breakdowns.filter((it) => it.measure === measure.name);
  const tables = dimensions.flatMap((by) => {
    const rows = own.find((it) => it.by === by)?.rows ?? [];
    if (rows.length === 0) return [];
    const link = (value: string) =>
      `${measurePath(repository, measure.name, { ...periodQuery(period), [by]: value })}#threads`;
    return [
      table(
        `By ${by}`,
        [by, { title: "Number", isNumber: true }],
        rows.map(({ value, figure }) => [
          html`<a href="${link(value)}">${value}</a>`,
          figureCell(figure, measure.unit),
        ]),
      ),
    ];
  });
  return tables.length === 0
    ? html``
    : html`<h2>Broken down</h2>
        ${tables}`;
}
