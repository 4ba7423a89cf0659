import { html } from "hono/html";
import type { Discussion, Issue, PullRequest } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import type { Visit } from "../visit.ts";
import { actFields } from "./act-button.ts";
import type { Html } from "./html.ts";
import { sign } from "./sign.ts";
import { threadTitle } from "./thread-title.ts";
import { threadState } from "./thread-state.ts";
import { timeAgo } from "./time-ago.ts";

/** Title, state and origin of a thread, with a drawer to change the title. */
export function threadHead(visit: Visit, thread: Discussion | Issue | PullRequest, more: Html): Html {
  const lock = thread.locked ? html`<span class="state state-locked">${sign("lock")} Locked</span>` : "";
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
      ${actFields(visit, thread)}
      <label class="unseen" for="title">Title</label>
      <input id="title" name="title" value="${thread.title}" required maxlength="256" />
      <button class="button button-main">Save</button>
    </form>
  </details>`;
}
