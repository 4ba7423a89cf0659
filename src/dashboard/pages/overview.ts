import { html } from "hono/html";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Dimension } from "../../measures/measured-repository.ts";
import type { Report } from "../../report/report.ts";
import { readPeriod, timeZoneOf, type WantedPeriod } from "../gather/period.ts";
import { readWord } from "../gather/read-query.ts";
import type { ReportReads } from "../gather/reads.ts";
import { reportOf } from "../gather/report-of.ts";
import { repositoryPath } from "../links.ts";
import type { RepositoryPage } from "../page.ts";
import { breakdownTable, dimensions } from "./overview/breakdown-table.ts";
import { groupsOf } from "./overview/figure-groups.ts";
import { figureCard } from "./overview/figure-card.ts";
import { headlines } from "./overview/headlines.ts";
import { reportLists } from "./overview/report-lists.ts";
import type { Html } from "../html.ts";
import { periodQuery, withQuery } from "./parts/links.ts";
import { ownMarkdown } from "./parts/own-markdown.ts";
import { periodForm } from "./parts/period-form.ts";

/** A repository's first page. */
export const overview: RepositoryPage<ReportReads> = {
  path: "",
  audience: "reader",
  nav: "Overview",
  summary: "The numbers of a period, each with its trend, its definition, and the threads behind it.",
  async render({ repository, query, reads, now }) {
    const period = readPeriod(query, now, await timeZoneOf(repository, reads));
    const by = readWord(query, "by", dimensions) ?? "category";
    const report = await reportOf(repository, period, { measurer: reads.measurer, now });
    return { title: "Overview", body: body(report, { repository, period, by }) };
  },
};

interface Shown {
  readonly repository: RepositoryRef;
  readonly period: WantedPeriod;
  readonly by: Dimension;
}

function body(report: Report, { repository, period, by }: Shown): Html {
  const path = repositoryPath(repository);
  const weeks = new Map(report.weeks.map((it) => [it.measure, it]));
  const groups = groupsOf(report.figures).map(({ heading, figures }) => {
    const cards = figures.map((it) => figureCard(it, weeks.get(it.measure), { repository, period }));
    return html`<h2>${heading}</h2>
      <ul class="cards">
        ${cards}
      </ul>`;
  });
  return html`${periodForm(path, period, { by })} ${notes(report.notes)}
    <p class="soft">
      Business time counts by the calendar ${report.calendar}. Each number leads to the discussions behind it.
    </p>
    ${headlines(report.figures, { repository, period })} ${groups}
    <h2 id="by">By ${by}</h2>
    <nav aria-label="Broken down by">
      ${dimensions.map((it) => {
        const current = it === by ? html` aria-current="true"` : "";
        return html`<a class="button" href="${withQuery(path, { ...periodQuery(period), by: it })}#by" ${current}
          >${it}</a
        > `;
      })}
    </nav>
    ${breakdownTable(report, by, { repository, period })} ${reportLists(report, repository)}`;
}

function notes(all: readonly string[]): Html {
  if (all.length === 0) return html``;
  return html`<div class="note">
    <p>What is not known, and what was assumed for it:</p>
    <ul>
      ${all.map((it) => html`<li>${ownMarkdown(it)}</li>`)}
    </ul>
  </div>`;
}
