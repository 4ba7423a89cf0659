import { html } from "hono/html";
import type { Discussion, Issue, PullRequest } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import type { Visit } from "../visit.ts";
import { actionFields } from "./forms.ts";
import { labelTags, icon, timeAgo, type Html } from "./elements.ts";
import { pathOf } from "../../world/urls.ts";

/** Title, state and origin of a thread, with a drawer to change the title. */
export function threadHead(visit: Visit, thread: Discussion | Issue | PullRequest, more: Html): Html {
  const lock = thread.locked ? html`<span class="state state-locked">${icon("lock")} Locked</span>` : "";
  return html`<div class="thread-head" id="head" data-live>
    <h1>${threadTitle(thread.title)} <span class="number">#${thread.number}</span></h1>
    <p>
      ${threadState(thread)} ${lock}
      <span class="quiet">
        ${thread.author?.login ?? "ghost"} opened this ${timeAgo(thread.createdAt, visit.world.now())} · ${more}
      </span>
    </p>
    ${titleEditor(visit, thread)}
  </div>`;
}

function titleEditor(visit: Visit, thread: Discussion | Issue | PullRequest): Html | string {
  const { person } = visit;
  if (person === undefined) return "";
  if (thread.author !== person && !hasRole(thread.repository, person, "triage")) return "";
  return html`<details class="drawer">
    <summary class="button button-small">Edit title</summary>
    <form method="post" action="/-/retitle" class="inline">
      ${actionFields(visit, thread)}
      <label class="unseen" for="title">Title</label>
      <input id="title" name="title" value="${thread.title}" required maxlength="256" />
      <button class="button button-main">Save</button>
    </form>
  </details>`;
}

/** One line of a list of threads. `lead` and `notes` differ by kind. */
export interface ThreadRow {
  readonly thread: Discussion | Issue | PullRequest;
  readonly lead?: Html;
  readonly notes?: Html;
  readonly comments: number;
}

/** A thread in a list: title, labels, who opened it and when, how much was said. */
export function threadRow({ thread, lead, notes, comments }: ThreadRow, now: Date): Html {
  const noun = comments === 1 ? "comment" : "comments";
  return html`<li class="row">
    ${lead ?? ""}
    <div class="row-main">
      <a class="row-title" href="${pathOf(thread)}">${threadTitle(thread.title)}</a> ${labelTags(thread.labels)}
      <p class="quiet">
        #${thread.number} opened ${timeAgo(thread.createdAt, now)} by ${thread.author?.login ?? "ghost"} ${notes ?? ""}
      </p>
    </div>
    <div class="row-end">
      ${threadState(thread)}
      <span class="quiet" title="${comments} ${noun}"
        >${icon("comment")} ${comments}<span class="unseen"> ${noun}</span></span
      >
    </div>
  </li>`;
}

/** What became of a thread, in a word with a colour. */
export function threadState(thread: Discussion | Issue | PullRequest): Html {
  const [kind, text] = stateOf(thread);
  return html`<span class="state state-${kind}">${text}</span>`;
}

function stateOf(thread: Discussion | Issue | PullRequest): readonly [kind: string, text: string] {
  switch (thread.__typename) {
    case "Discussion":
      if (thread.closed) return ["closed", `Closed as ${(thread.stateReason ?? "resolved").toLowerCase()}`];
      if (thread.answer !== null) return ["answered", "Answered"];
      return thread.category.isAnswerable ? ["open", "Unanswered"] : ["open", "Open"];
    case "Issue":
      if (!thread.closed) return ["open", "Open"];
      return ["done", thread.stateReason === "NOT_PLANNED" ? "Closed as not planned" : "Closed"];
    case "PullRequest":
      if (thread.merged) return ["done", "Merged"];
      return thread.closed ? ["closed", "Closed"] : ["open", thread.isDraft ? "Draft" : "Open"];
  }
}

/** A title with what stands between backticks as code, the one bit of Markdown that GitHub shows in titles. */
export function threadTitle(title: string): Html {
  // Odd parts are those between backticks; an unpaired one stays text.
  const parts = title.split(/`([^`]+)`/u);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
