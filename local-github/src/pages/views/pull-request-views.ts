import { html } from "hono/html";
import type { Comparison } from "../../git/git-objects.ts";
import type { PullRequest, Repository } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import type { Visit } from "../visit.ts";
import { actionButton } from "./forms.ts";
import { checksBox } from "./check-views.ts";
import { composer } from "./composer.ts";
import { diffView } from "./diff-view.ts";
import type { Html } from "./elements.ts";
import { issueComments } from "./comment-box.ts";
import { issueSide, opening, openOrClosed } from "./issue-views.ts";
import { threadHead, threadRow } from "./thread-parts.ts";

/** The pull requests of a repository that are open, or those that are not. */
export function pullRequestList(visit: Visit, repository: Repository, state: "open" | "closed"): Html {
  const pulls = repository.pullRequests.filter(({ closed }) => closed === (state === "closed")).toReversed();
  return html`<h1>Pull requests</h1>
    ${openOrClosed(state)}
    <ul class="rows" id="threads" data-live>
      ${pulls.map((pull) =>
        threadRow(
          { thread: pull, notes: html`· ${branches(pull)}`, comments: pull.comments.length },
          visit.world.now(),
        ),
      )}
      ${pulls.length === 0 ? html`<li class="empty">No ${state} pull requests.</li>` : ""}
    </ul>`;
}

function branches({ baseRefName, headRefName }: PullRequest): Html {
  return html`<code>${headRefName}</code> into <code>${baseRefName}</code>`;
}

/** A pull request with its comments and its diff. */
export function pullRequestView(visit: Visit, pull: PullRequest, comparison: Comparison | undefined): Html {
  return html`${threadHead(visit, pull, branches(pull))}
    <div class="with-side side-right">
      <div>
        <div id="thread" data-live>
          ${opening(visit, pull)} ${issueComments(visit, pull)} ${checksBox(visit, pull)} ${mergeBox(visit, pull)}
        </div>
        ${changes(comparison)} ${composer(visit, pull)}
      </div>
      <aside id="facts" data-live>${issueSide(visit, pull)}</aside>
    </div>`;
}

function changes(comparison: Comparison | undefined): Html {
  return html`<section id="changes" data-live aria-label="Changes">
    <h2>Changes</h2>
    ${comparison === undefined ? html`<p class="empty">The branch is gone.</p>` : diffView(comparison.files)}
  </section>`;
}

function mergeBox(visit: Visit, pull: PullRequest): Html {
  if (pull.merged) {
    return html`<p class="message message-done">
      Merged by ${pull.mergedBy?.login ?? "ghost"} as <code>${pull.mergeCommitOid?.slice(0, 7)}</code>.
    </p>`;
  }
  if (pull.closed) return html`<p class="message">Closed without merging.</p>`;
  const { person } = visit;
  const mayMerge = person !== undefined && hasRole(pull.repository, person, "write");
  if (!mayMerge) return html`<p class="message">Only people with the role write or above may merge.</p>`;
  return html`<div class="message">
    ${actionButton(visit, { action: "merge", subject: pull, text: "Merge pull request", className: "button-main" })}
  </div>`;
}
