import { html } from "hono/html";
import { spans, type Span, type WantedPeriod } from "../../gather/period.ts";
import { dayInput, filterForm } from "./form.ts";
import type { Html } from "../../html.ts";
import { withQuery, type Query } from "./links.ts";

const names: Readonly<Record<Span, string>> = { week: "7 days", month: "4 weeks", quarter: "13 weeks" };

/** Of which days a page tells, and how to see it of others. `kept`: what else stands in the query. */
export function periodForm(path: string, period: WantedPeriod, kept: Query = {}): Html {
  const all: readonly Span[] = ["week", "month", "quarter"];
  const links = all.map((span) => {
    const current = span === period.span ? html` aria-current="true"` : "";
    return html`<a class="button" href="${withQuery(path, { ...kept, period: span })}" ${current}>${names[span]}</a> `;
  });
  const { days, timeZone } = period;
  const own = [dayInput("from", "From", days.from), dayInput("to", "To", days.to)];
  const which = period.span === undefined ? "" : ` (the last ${spans[period.span]} days with today)`;
  return html`<p>From ${days.from} to ${days.to}${which}, by the clocks of ${timeZone}.</p>
    <nav aria-label="Period">${links}</nav>
    ${filterForm(path, "Own dates", own, { kept })}`;
}
