import { html } from "hono/html";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { sayMadeOf } from "../../../report/say-figure.ts";
import type { WantedPeriod } from "../../gather/period.ts";
import { definitionOf, findMeasure } from "../parts/definition.ts";
import { figureFacts, mainNumber, trendOf, type ReportedFigure } from "../parts/figure.ts";
import type { Html } from "../../html.ts";
import { measurePath, periodQuery } from "../parts/links.ts";
import { weeksChart, type MeasuredWeeks } from "../parts/weeks-chart.ts";

/** One number of the overview: what it is, its trend, how it went, its definition, and the way to its threads. */
export function figureCard(
  it: ReportedFigure,
  weeks: MeasuredWeeks | undefined,
  { repository, period }: { readonly repository: RepositoryRef; readonly period: WantedPeriod },
): Html {
  const path = measurePath(repository, it.measure, periodQuery(period));
  const measure = findMeasure(it.measure);
  return html`<li class="card">
    <h3><a href="${path}">${it.title}</a></h3>
    <p>
      <a class="figure" href="${path}#threads">${mainNumber(it.now, it.unit)}</a> ${
        it.unit === "duration" ? html`<span class="soft">median,</span> ` : ""
      }<span class="soft nowrap">${it.unit === "count" ? "" : sayMadeOf(it.now, it.unit)}</span>
    </p>
    ${figureFacts(it.now, it.unit)} ${trendOf(it)} ${weeks ? weeksChart(weeks, repository, period) : ""}
    ${
      measure
        ? html`<details>
            <summary>What it is</summary>
            ${definitionOf(measure)}
          </details>`
        : ""
    }
  </li> `;
}
