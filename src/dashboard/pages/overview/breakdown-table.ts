import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Dimension } from "../../../measures/measured-repository.ts";
import type { Report } from "../../../report/report.ts";
import type { WantedPeriod } from "../../gather/period.ts";
import { html } from "hono/html";
import { figureCell } from "../parts/figure.ts";
import type { Html } from "../../html.ts";
import { measurePath, periodQuery } from "../parts/links.ts";
import { table } from "../parts/table.ts";

export const dimensions: readonly Dimension[] = ["category", "label", "priority", "tier"];

/** All measures by one dimension: a row a measure, a column a value, each cell with its threads behind it. */
export function breakdownTable(
  report: Report,
  by: Dimension,
  { repository, period }: { readonly repository: RepositoryRef; readonly period: WantedPeriod },
): Html {
  const here = report.breakdowns.filter((it) => it.by === by && it.rows.length > 0);
  const values = valuesOf(here);
  const rows = here.map(({ measure, title, unit, rows: figures }) => {
    const byValue = new Map(figures.map((it) => [it.value, it.figure]));
    const link = (value: string) =>
      `${measurePath(repository, measure, { ...periodQuery(period), [by]: value })}#threads`;
    return [
      html`<a href="${measurePath(repository, measure, periodQuery(period))}">${title}</a>`,
      ...values.map((value) => {
        const figure = byValue.get(value);
        return figure ? html`<a href="${link(value)}">${figureCell(figure, unit)}</a>` : "";
      }),
    ];
  });
  const columns = ["Measure", ...values.map((title) => ({ title, isNumber: true as const }))];
  return table(
    `Numbers by ${by}; of durations the median, in calendar time`,
    columns,
    rows,
    `Nothing has a ${by} here.`,
  );
}

const maxColumns = 12;

/** Those with the most behind them first. */
function valuesOf(breakdowns: Report["breakdowns"]): readonly string[] {
  const weights = new Map<string, number>();
  for (const { value, figure } of breakdowns.flatMap(({ rows }) => rows)) {
    weights.set(value, (weights.get(value) ?? 0) + (figure.of ?? figure.n));
  }
  const sorted = [...weights].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return sorted.slice(0, maxColumns).map(([value]) => value);
}
