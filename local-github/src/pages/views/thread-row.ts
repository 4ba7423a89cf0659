import { html } from "hono/html";
import type { Discussion, Issue, PullRequest } from "../../world/objects.ts";
import { pathOf } from "../../world/urls.ts";
import type { Html } from "./html.ts";
import { labelTags } from "./label-tags.ts";
import { sign } from "./sign.ts";
import { threadTitle } from "./thread-title.ts";
import { threadState } from "./thread-state.ts";
import { timeAgo } from "./time-ago.ts";

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
        >${sign("comment")} ${comments}<span class="unseen"> ${noun}</span></span
      >
    </div>
  </li>`;
}
