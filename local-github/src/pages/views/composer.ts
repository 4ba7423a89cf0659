import { html } from "hono/html";
import type { Discussion, Issue, PullRequest } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import { pathOf } from "../../world/urls.ts";
import type { Visit } from "../visit.ts";
import { actionButton, choiceForm, textBox } from "./forms.ts";
import type { Html } from "./elements.ts";

/** The end of a thread: say something, close it or open it again. */
export function composer(visit: Visit, thread: Discussion | Issue | PullRequest): Html {
  const { person } = visit;
  if (person === undefined) {
    return html`<p class="message">Choose whom to act as, at the top of the page, to join in.</p>`;
  }
  const isMember = hasRole(thread.repository, person, "triage");
  const mayClose = isMember || thread.author === person;
  return html`<section class="composer" aria-label="Join in">
    ${
      thread.locked && !isMember
        ? html`<p class="message">This conversation is locked.</p>`
        : commentForm(person.login, thread)
    }
    ${mayClose ? html`<div class="closing" id="closing" data-live>${closing(visit, thread)}</div>` : ""}
  </section>`;
}

function commentForm(login: string, thread: Discussion | Issue | PullRequest): Html {
  return html`<form method="post" action="${pathOf(thread)}/comments">
    ${textBox({ id: "comment", label: `Comment as ${login}`, rows: 5 })}
    <button class="button button-main">Comment</button>
  </form>`;
}

function closing(visit: Visit, thread: Discussion | Issue | PullRequest): Html | string {
  if (thread.__typename === "PullRequest" && thread.merged) return "";
  if (thread.closed) return actionButton(visit, { action: "reopen", subject: thread, text: "Reopen", className: "" });
  if (thread.__typename === "PullRequest") {
    return actionButton(visit, { action: "close", subject: thread, text: "Close pull request", className: "" });
  }
  return choiceForm(visit, {
    action: "close",
    subject: thread,
    name: "reason",
    label: "Why to close it",
    choices: thread.__typename === "Discussion" ? discussionReasons : issueReasons,
    button: "Close",
  });
}

const discussionReasons = [
  ["RESOLVED", "as resolved"],
  ["OUTDATED", "as outdated"],
  ["DUPLICATE", "as duplicate"],
] as const;
const issueReasons = [
  ["COMPLETED", "as completed"],
  ["NOT_PLANNED", "as not planned"],
] as const;
