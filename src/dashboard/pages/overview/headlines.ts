import { html } from "hono/html";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { sayMadeOf } from "../../../report/say-figure.ts";
import type { WantedPeriod } from "../../gather/period.ts";
import { mainNumber, trendSign, type ReportedFigure } from "../parts/figure.ts";
import type { Html } from "../../html.ts";
import { measurePath, periodQuery } from "../parts/links.ts";

/** What a maintainer asks first: is somebody there, does it get answered, who still waits, is it as promised, is it enough. */
export const headlineMeasures = [
  "time-to-first-response",
  "time-to-answer",
  "unanswered",
  "sla-first-response",
  "deflection-confirmed",
  "csat",
] as const;

/** A few numbers at a glance, in the order above. All that there is to say of them stands further down. */
export function headlines(
  figures: readonly ReportedFigure[],
  { repository, period }: { readonly repository: RepositoryRef; readonly period: WantedPeriod },
): Html {
  const shown = headlineMeasures.flatMap((name) => figures.find(({ measure }) => measure === name) ?? []);
  return html`<h2>At a glance</h2>
    <ul class="cards small">
      ${shown.map((it) => {
        const path = measurePath(repository, it.measure, periodQuery(period));
        return html`<li class="card">
          <p><a href="${path}">${it.title}</a></p>
          <p><span class="figure">${mainNumber(it.now, it.unit)}</span> ${trendSign(it)}</p>
          <p class="soft">${it.unit === "count" ? "" : sayMadeOf(it.now, it.unit)}</p>
        </li> `;
      })}
    </ul>`;
}
