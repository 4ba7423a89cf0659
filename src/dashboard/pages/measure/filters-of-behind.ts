import { html } from "hono/html";
import type { Measure } from "../../../measures/measure.ts";
import type { Report } from "../../../report/report.ts";
import { dayIn, type WantedPeriod } from "../../gather/period.ts";
import type { BehindFilter, BehindPage } from "../../gather/threads-behind.ts";
import { filterForm, select } from "../parts/form.ts";
import type { Html } from "../../html.ts";
import { periodQuery, withQuery } from "../parts/links.ts";

interface Shown {
  readonly path: string;
  readonly period: WantedPeriod;
  readonly filter: BehindFilter;
  readonly choices: BehindPage["choices"];
}

/** By what the list of threads can be narrowed; what there is nothing to choose of is left out. */
export function filtersOfBehind(measure: Measure, report: Report, { path, period, filter, choices }: Shown): Html {
  const weeks = report.weeks.find((it) => it.measure === measure.name)?.points ?? [];
  const all = {
    week: { label: "Week from", values: weeks.map(({ from }) => dayIn(period.timeZone, new Date(from))).toReversed() },
    category: { label: "Category", values: choices.category },
    label: { label: "Label", values: choices.label },
    priority: { label: "Priority", values: choices.priority },
    tier: { label: "Tier", values: choices.tier },
    part: { label: measure.parts ?? "Part", values: choices.part },
    counts: { label: "Counts", values: measure.unit === "share" ? ["yes", "no"] : [] },
  } as const;
  const names = ["week", "category", "label", "priority", "tier", "part", "counts"] as const;
  const fields = names.flatMap((name) => {
    const chosen = filter[name];
    const { label, values } = all[name];
    // What is chosen stays to be seen, though nothing has it in this period.
    const shown = chosen === undefined || values.includes(chosen) ? values : [chosen, ...values];
    return shown.length === 0 ? [] : [select(name, label, shown, chosen)];
  });
  const isFiltered = names.some((name) => filter[name] !== undefined);
  const clear = isFiltered
    ? html`<p><a href="${withQuery(path, periodQuery(period))}#threads">Show all of the period</a></p>`
    : "";
  return html`${filterForm(`${path}#threads`, "Narrow the list", fields, { kept: periodQuery(period) })}${clear}`;
}
