import { html } from "hono/html";
import type { RepositoryRef } from "../../core/discussion.ts";
import {
  gatherSearch,
  maxBody,
  maxTitle,
  readQuestion,
  type SearchView,
  type WantedQuestion,
} from "../gather/gather-search.ts";
import type { PageReads } from "../gather/reads.ts";
import { repositoryPath } from "../links.ts";
import type { RepositoryPage } from "../page.ts";
import { foundItems } from "./parts/found-items.ts";
import type { Html } from "../html.ts";

/** What would be answered to a question, without asking it in public. */
export const search: RepositoryPage<Pick<PageReads, "records" | "finder" | "faq">> = {
  path: "/search",
  audience: "reader",
  nav: "Search",
  summary:
    "What would be answered to a question: what is found with the parts of its score, the threshold, and what would be posted.",
  // A question takes up to a tenth of a second of a processor.
  cost: 10,
  async render({ repository, query, reads, now }) {
    const question = readQuestion(query);
    const view = question && (await gatherSearch(repository, question, reads, now));
    return { title: "What would you answer to …", body: html`${form(repository, question)}${view ? body(view) : ""}` };
  },
};

function form(repository: RepositoryRef, question: WantedQuestion | undefined): Html {
  const { title = "", body = "" } = question ?? {};
  return html`<form method="get" action="${repositoryPath(repository, "/search")}" aria-label="Question">
    <p>
      <label for="title">Title of the question</label
      ><input id="title" name="title" required maxlength="${maxTitle}" size="50" value="${title}" />
    </p>
    <p>
      <label for="body">The rest of it, if any</label
      ><textarea id="body" name="body" maxlength="${maxBody}">${body}</textarea>
    </p>
    <button class="button main">Search</button>
  </form>`;
}

function body(view: SearchView): Html {
  const { found, chosen, threshold, because } = view;
  const posted = found.filter(({ id }) => chosen.has(id));
  const others = found.filter(({ id }) => !chosen.has(id));
  return html`<h2>What would happen</h2>
    ${verdict(view)}
    <dl class="facts">
      <dt>Why</dt>
      <dd>${because}</dd>
      <dt>Threshold in force</dt>
      <dd>${threshold.value}: ${threshold.because}</dd>
    </dl>
    <h2>What was found</h2>
    ${posted.length === 0 ? "" : foundItems("Good enough, the best first", posted)}
    ${others.length === 0 && posted.length > 0 ? "" : foundItems("Not good enough, or beyond the limit; the best first", others)}`;
}

function verdict({ comment, mode }: SearchView): Html {
  if (comment === undefined) return html`<p><strong>I would say nothing.</strong> A weak match is worse than none.</p>`;
  const modes = {
    live: "I would post this under a new discussion that asks so:",
    shadow: "I would post nothing, since I am in shadow mode. In live mode it would be this:",
    off: "I would post nothing, since suggestions are off. In live mode it would be this:",
  };
  return html`<p>${modes[mode]}</p>
    <pre tabindex="0">${comment}</pre>`;
}
