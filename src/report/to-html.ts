import { barChart } from "../charts/bar-chart.ts";
import { lineChart } from "../charts/line-chart.ts";
import { html, Html, link } from "../text/html.ts";
import { htmlPage } from "../text/html-page.ts";
import { listInWords } from "../text/list-in-words.ts";
import { sayDuration } from "../text/say-duration.ts";
import { barsOf, chartsOf } from "./charts-of.ts";
import { plainDefinitionOf } from "./definition-of.ts";
import { reportStyle } from "./report-style.ts";
import type { Report } from "./report.ts";
import { few, isKnown, sayFigure, sayInBusinessHours, sayPeriod, sayTrend } from "./say-figure.ts";
import { titleOf } from "./to-markdown.ts";

/** The report as one page that needs nothing from elsewhere and runs no scripts. */
export function toHtml(report: Report): string {
  const body = html`<main>
    ${head(report)} ${charts(report)} ${figures(report)} ${breakdowns(report)} ${lists(report)}
    ${section(
      "What to know",
      report.notes.map((it) => html`<li>${it}</li>`),
    )}
  </main>`;
  return htmlPage({ title: titleOf(report), style: reportStyle, body });
}

function head({ repository, period, before, timeZone, calendar, generatedAt }: Report): Html {
  return html`<h1>Support of ${repository}</h1>
    <p class="soft">
      From ${sayPeriod(period, timeZone)}, against ${sayPeriod(before, timeZone)}. Days are those of ${timeZone};
      business hours are those of the calendar “${calendar}”. Made ${generatedAt.slice(0, 10)}.
    </p>`;
}

function charts(report: Report): Html {
  const all = chartsOf(report);
  if (all.length === 0) return html``;
  const drawn = all.map(
    ({ chart }) =>
      html`<figure>
        <figcaption>${chart.title}</figcaption>
        ${new Html(lineChart(chart, "auto"))}
      </figure>`,
  );
  return html`<h2>Course</h2>
    <div class="charts">${drawn}</div>`;
}

function figures({ figures: all }: Report): Html {
  const rows = all.filter(isKnown).map(({ measure, title, unit, now, before, trend, parts }) => {
    const business = sayInBusinessHours(now);
    const each = Object.entries(parts).map(([part, it]) => html`<small>${part}: ${sayFigure(it, unit)}</small>`);
    return html`<tr>
      <th scope="row">
        <details>
          <summary>${title}</summary>
          <small>${plainDefinitionOf(measure)}</small>
        </details>
      </th>
      <td>
        ${sayFigure(now, unit)} ${business === undefined ? "" : html`<small>in business hours: ${business}</small>`}
        ${each}
      </td>
      <td>${sayFigure(before, unit)}</td>
      <td>${sayTrend(trend)}</td>
    </tr>`;
  });
  return html`<h2>Figures</h2>
    <p class="soft">
      Median: half of them took no longer. p90: nine of ten did not. No trend is told where fewer than ${few} are behind
      it.
    </p>
    ${table("Figures", ["Measure", "Now", "Before", "Trend"], rows)} ${others(all)}`;
}

function others(all: Report["figures"]): Html {
  const titles = all.filter((it) => !isKnown(it)).map(({ title }) => title);
  return titles.length === 0 ? html`` : html`<p class="soft">Nothing to tell of: ${listInWords(titles)}.</p>`;
}

function breakdowns({ breakdowns: all }: Report): Html {
  const known = all.filter(({ rows }) => rows.length > 0);
  if (known.length === 0) return html``;
  const tables = known.map((it) => {
    const { title, by, unit, rows } = it;
    const bars = barsOf(it);
    const lines = rows.map(
      ({ value, figure }) =>
        html`<tr>
          <th scope="row">${value}</th>
          <td>${sayFigure(figure, unit)}</td>
          <td>${sayInBusinessHours(figure) ?? ""}</td>
        </tr>`,
    );
    return html`<details>
      <summary>${title}, by ${by}</summary>
      ${bars ? new Html(barChart(bars, "auto")) : ""}
      ${table(`${title}, by ${by}`, [by, "Now", "In business hours"], lines)}
    </details>`;
  });
  return html`<h2>Broken down</h2>
    ${tables}`;
}

function lists({ unanswered, thorny, gaps, faq, helpers }: Report): readonly Html[] {
  const thanks = helpers.map(({ login }) => html`<li>${login}</li>`);
  return [
    section(
      `Waiting for an answer (${unanswered.length})`,
      unanswered.map((it) => html`<li>${link(it.url, it.title)}, for ${sayDuration(it.age)}</li>`),
    ),
    section(
      "Hard ones",
      thorny.map((it) => html`<li>${link(it.url, it.title)}: ${it.reasons.join(", ")}</li>`),
    ),
    section(
      "Questions that nothing answered",
      gaps.map(
        ({ words, threads, nearest }) =>
          html`<li>
            ${words.join(", ")}
            <ul>
              ${threads.map((it) => html`<li>${link(it.url, it.title)}</li>`)}
            </ul>
            ${nearest ? html`<small>nearest in the docs: ${link(nearest.url, nearest.title)}</small>` : ""}
          </li>`,
      ),
    ),
    section(
      "FAQ entries that were suggested",
      faq.filter(({ hits }) => hits > 0).map((it) => html`<li>${link(it.url, it.title)}: ${it.hits}</li>`),
    ),
    section("Thanks, for answers", thanks),
  ];
}

function section(heading: string, items: readonly Html[]): Html {
  if (items.length === 0) return html``;
  return html`<h2>${heading}</h2>
    <ul>
      ${items}
    </ul>`;
}

/** In a box of its own, so that a wide one scrolls by itself, by keyboard too. */
function table(label: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${heads.map((it) => html`<th scope="col">${it}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
