import { html } from "hono/html";
import type { RepositoryRef } from "../../core/discussion.ts";
import { requestStates } from "../../features/feature-requests/feature-request.ts";
import { orders } from "../../features/feature-requests/order-requests.ts";
import { stateDescriptions } from "../../features/feature-requests/states/describe-states.ts";
import {
  gatherRequests,
  readRequestFilter,
  type RequestFilter,
  type RequestsView,
  type ShownRequest,
} from "../gather/gather-requests.ts";
import type { PageReads } from "../gather/reads.ts";
import { repositoryPath } from "../links.ts";
import type { RepositoryPage } from "../page.ts";
import { calendarSpan } from "./parts/duration.ts";
import { filterForm, select } from "./parts/form.ts";
import type { Html } from "../html.ts";
import { threadPath, withQuery } from "./parts/links.ts";
import { outsideLink } from "./parts/outside-link.ts";
import { table, type Cell, type Column } from "./parts/table.ts";
import { dayOf } from "./parts/time.ts";

const maxRows = 500;

/** What people ask the project for, and what becomes of it. */
export const requests: RepositoryPage<Pick<PageReads, "requests">> = {
  path: "/requests",
  audience: "reader",
  nav: "Requests",
  summary: "Feature requests by state and votes, whom each waits on, and how long a decision took.",
  async render({ repository, query, reads }) {
    const filter = readRequestFilter(query);
    const view = await gatherRequests(repository, filter, reads);
    return { title: "Feature requests", body: body(view, filter, repository) };
  },
};

const columns: readonly (Column | string)[] = [
  "Request",
  { title: "Votes", isNumber: true },
  "State",
  "Waits on",
  "Urgency",
  "Asked",
  { title: "Time to decision", isNumber: true },
  "Issue",
];

function body({ counts, requests: listed }: RequestsView, filter: RequestFilter, repository: RepositoryRef): Html {
  const path = repositoryPath(repository, "/requests");
  const cards = requestStates
    .filter((it) => counts[it] > 0)
    .map(
      (it) =>
        html`<li class="card">
          <p><a class="figure" href="${withQuery(path, { state: it })}">${counts[it]}</a> <strong>${it}</strong></p>
          <p class="soft">${stateDescriptions[it].means}</p>
        </li>`,
    );
  const shown = listed.slice(0, maxRows);
  const caption = `${shown.length} of ${listed.length} requests, by ${filter.order}`;
  return html`<ul class="cards">
      ${cards}
    </ul>
    ${filterForm(path, "Narrow the list", [
      select("state", "State", requestStates, filter.state),
      select("sort", "Sort by", orders, filter.order, "votes"),
    ])}
    ${table(
      caption,
      columns,
      shown.map((it) => row(it, repository)),
      "There is no such request.",
    )}`;
}

function row(it: ShownRequest, repository: RepositoryRef): readonly Cell[] {
  const { request, votes, waitsOn, urgency, timeToDecision, issue } = it;
  const { number, title, state, askedAt } = request;
  return [
    html`<a href="${threadPath(repository, number)}">#${number} ${title}</a>`,
    votes,
    state,
    waitsOn ?? "nobody",
    urgency,
    dayOf(new Date(askedAt)),
    timeToDecision === undefined ? "" : calendarSpan(timeToDecision),
    issue ? outsideLink(issue.url, `#${issue.number}`) : "",
  ];
}
