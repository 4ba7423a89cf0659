import { html } from "hono/html";
import type { Issue, IssueComment, PullRequest } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import type { Visit } from "../visit.ts";
import { actButton } from "./act-button.ts";
import type { Html } from "./html.ts";
import { minimizeForm } from "./minimize-form.ts";
import { writtenBox } from "./written-box.ts";

/** What was said in an issue or pull request. */
export function issueComments(visit: Visit, thread: Issue | PullRequest): Html {
  return html`${thread.comments.map((comment) => commentBox(visit, thread, comment))}`;
}

function commentBox(visit: Visit, thread: Issue | PullRequest, comment: IssueComment): Html {
  const box = writtenBox(visit, {
    subject: comment,
    repository: thread.repository,
    threadAuthor: thread.author,
    anchor: `issuecomment-${comment.databaseId}`,
    verb: "commented",
    ...rareActs(visit, thread, comment),
  });
  if (!comment.isMinimized) return box;
  return html`<details class="minimized" id="minimized-${comment.databaseId}">
    <summary>Hidden: ${comment.minimizedReason}</summary>
    ${box}
  </details>`;
}

/** Hiding and deleting, for moderators and the comment's author. */
function rareActs(visit: Visit, thread: Issue | PullRequest, comment: IssueComment): { readonly rareActs?: Html } {
  const { person } = visit;
  if (person === undefined) return {};
  const isAuthor = comment.author === person;
  const mayHide = isAuthor || hasRole(thread.repository, person, "triage");
  const mayDelete = isAuthor || hasRole(thread.repository, person, "write");
  const remove = { act: "delete", subject: comment, text: "Delete", look: "button-small button-danger" };
  return mayHide
    ? { rareActs: html`${minimizeForm(visit, comment)} ${mayDelete ? actButton(visit, remove) : ""}` }
    : {};
}
