import { html } from "hono/html";
import type { Measure } from "../../../measures/measure.ts";
import type { Figure, Report } from "../../../report/report.ts";
import { sayMadeOf, sayShare } from "../../../report/say-figure.ts";
import { findMeasure } from "./definition.ts";
import { spanOfFigure } from "./duration.ts";
import type { Html } from "../../html.ts";

export type ReportedFigure = Report["figures"][number];

/** The one number that stands for a figure: the median, the share, the count. A dash where there is none. */
export function mainNumber(figure: Figure, unit: Measure["unit"]): Html {
  if (unit === "duration") {
    const median = figure.calendar?.median ?? null;
    return median === null ? none("no value") : spanOfFigure(median);
  }
  if (unit === "share") {
    const { share } = figure;
    return share === null ? none("too few to tell") : html`<data value="${share}">${sayShare(share)}</data>`;
  }
  return html`<data value="${figure.n}">${figure.n}</data>`;
}

/** A figure in a cell of a table, with what it is made of. */
export function figureCell(figure: Figure, unit: Measure["unit"]): Html {
  return unit === "count"
    ? mainNumber(figure, unit)
    : html`${mainNumber(figure, unit)} <small class="soft nowrap">${sayMadeOf(figure, unit)}</small>`;
}

/** All that a figure says, as terms and what they are. Of a duration in calendar and in business time. */
export function figureFacts(figure: Figure, unit: Measure["unit"]): Html {
  if (unit !== "duration") return html``;
  const { calendar, business } = figure;
  const spans = [
    ["nine of ten within", calendar?.p90, false],
    ["business time: median", business?.median, true],
    ["business time: nine of ten", business?.p90, true],
  ] as const;
  return html`<dl class="facts">
    ${spans.map(([term, seconds, isBusiness]) =>
      seconds === undefined || seconds === null
        ? ""
        : html`<dt>${term}</dt>
            <dd>${spanOfFigure(seconds, isBusiness)}</dd>`,
    )}
  </dl>`;
}

const trends = {
  better: { sign: "▲", says: "better", tone: "good" },
  worse: { sign: "▼", says: "worse", tone: "bad" },
  same: { sign: "=", says: "the same", tone: "soft" },
  more: { sign: "↑", says: "more", tone: "soft" },
  less: { sign: "↓", says: "less", tone: "soft" },
} as const;

/** Whether it got better, in words and not in colour alone; nothing where there is no trend. */
export function trendSign({ trend }: Pick<ReportedFigure, "trend">): Html {
  if (trend === null) return html``;
  const { sign, says, tone } = trends[trend];
  return html`<span class="${tone} nowrap"><span aria-hidden="true">${sign}</span> ${says}</span>`;
}

/** The same, and what it was before, or why there is no trend. */
export function trendOf({
  measure,
  trend,
  before,
  unit,
}: Pick<ReportedFigure, "measure" | "trend" | "before" | "unit">): Html {
  // Of a count, how many it is made of is the number itself.
  const was =
    unit === "count" ? mainNumber(before, unit) : html`${mainNumber(before, unit)}, ${sayMadeOf(before, unit)}`;
  if (trend === null) {
    const why = findMeasure(measure)?.isAsOfNow
      ? "those of the period before have had more time"
      : "it takes five in both periods";
    return html`<p class="soft">No trend: ${why}. Before: ${was}.</p>`;
  }
  const than = trend === "same" ? "as before" : "than before";
  return html`<p>
    ${trendSign({ trend })}
    <span class="soft">${than}: ${was}</span>
  </p>`;
}

function none(why: string): Html {
  return html`<span class="soft" title="${why}">–</span><span class="unseen">${why}</span>`;
}
