import { html } from "hono/html";
import type { Issue, PullRequest, Repository } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import type { Visit } from "../visit.ts";
import { composer } from "./composer.ts";
import { type Html, avatar } from "./elements.ts";
import { issueComments, commentBox } from "./comment-box.ts";
import { labelsForm, textBox } from "./forms.ts";
import { threadHead, threadRow } from "./thread-parts.ts";

/** The issues of a repository that are open, or those that are not. */
export function issueList(visit: Visit, repository: Repository, state: "open" | "closed"): Html {
  const issues = repository.issues.filter(({ closed }) => closed === (state === "closed")).toReversed();
  return html`<div class="toolbar">
      <h1>Issues</h1>
      <a class="button button-main" href="/${nameWithOwner(repository)}/issues/new">New issue</a>
    </div>
    ${openOrClosed(state)}
    <ul class="rows" id="threads" data-live>
      ${issues.map((issue) =>
        threadRow(
          {
            thread: issue,
            notes: issue.milestone === null ? html`` : html`· ${issue.milestone.title}`,
            comments: issue.comments.length,
          },
          visit.world.now(),
        ),
      )}
      ${issues.length === 0 ? html`<li class="empty">No ${state} issues.</li>` : ""}
    </ul>`;
}

/** Switches a list between what is open and what is closed. */
export function openOrClosed(state: "open" | "closed"): Html {
  return html`<p class="switch">
    <a href="?state=open" ${state === "open" ? html`aria-current="page"` : ""}>Open</a>
    <a href="?state=closed" ${state === "closed" ? html`aria-current="page"` : ""}>Closed</a>
  </p>`;
}

export function newIssueForm(visit: Visit): Html {
  const { person } = visit;
  return html`<div class="narrow">
    <h1>New issue</h1>
    <form class="composer" method="post">
      <label for="title">Title</label>
      <input id="title" name="title" required maxlength="256" autocomplete="off" />
      ${textBox({ id: "body", label: "Text", rows: 10, required: false })}
      ${
        person === undefined
          ? html`<p class="message">Choose whom to act as, at the top of the page, to open an issue.</p>`
          : html`<button class="button button-main">Open issue as ${person.login}</button>`
      }
    </form>
  </div>`;
}

/** An issue with its comments. */
export function issueView(visit: Visit, issue: Issue): Html {
  return html`${threadHead(visit, issue, html`${issue.comments.length} comments`)}
    <div class="with-side side-right">
      <div>
        <div id="thread" data-live>${opening(visit, issue)} ${issueComments(visit, issue)}</div>
        ${composer(visit, issue)}
      </div>
      <aside id="facts" data-live>${issueSide(visit, issue)}</aside>
    </div>`;
}

/** The text an issue or pull request was opened with. */
export function opening(visit: Visit, thread: Issue | PullRequest): Html {
  return commentBox(visit, {
    subject: thread,
    repository: thread.repository,
    threadAuthor: null,
    anchor: `issue-${thread.databaseId}`,
    verb: "opened",
    className: "comment-opening",
  });
}

/** What stands beside an issue or pull request. */
export function issueSide(visit: Visit, thread: Issue | PullRequest): Html {
  const { person } = visit;
  const mayLabel = person !== undefined && hasRole(thread.repository, person, "triage");
  const { milestone, assignees } = thread;
  return html`<h2>Assignees</h2>
    <p>${assignees.length === 0 ? "Nobody" : assignees.map((each) => html`${avatar(each)} ${each.login} `)}</p>
    <h2>Labels</h2>
    ${labelsForm(visit, thread, mayLabel)}
    <h2>Milestone</h2>
    <p>
      ${
        milestone === null
          ? html`<span class="quiet">None</span>`
          : html`<a href="/${nameWithOwner(thread.repository)}/milestones">${milestone.title}</a>`
      }
    </p>`;
}
