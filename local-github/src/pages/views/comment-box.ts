import { html } from "hono/html";
import type { Actor, Reactable, Repository, Issue, IssueComment, PullRequest } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { pathOf } from "../../world/urls.ts";
import { findThread, type Visit } from "../visit.ts";
import { type Html, avatar, byline, roleTag, timeAgo } from "./elements.ts";
import { actionFields, textBox, actionButton, minimizeForm } from "./forms.ts";
import { reactionsBar } from "./reactions-bar.ts";

/** A text that somebody wrote, as it stands in a thread. */
export interface CommentBox {
  readonly subject: Reactable;
  readonly repository: Repository;
  /** Who opened the thread. */
  readonly threadAuthor: Actor | null;
  /** Id of the element, to link to: `discussioncomment-12`. */
  readonly anchor: string;
  /** `commented`, `asked`. */
  readonly verb: string;
  /** Shown on the right of the head. */
  readonly tags?: Html;
  /** More buttons below the text. */
  readonly actions?: Html;
  /** Buttons that few need, folded away. */
  readonly rareActions?: Html;
  readonly className?: string;
}

/** One text with its author, reactions and what may be done with it. */
export function commentBox(visit: Visit, box: CommentBox): Html {
  const { subject, repository, anchor, threadAuthor } = box;
  const edited = subject.lastEditedAt === null ? "" : html` · <span title="${subject.lastEditedAt}">edited</span>`;
  return html`<article
    class="comment ${box.className ?? ""}"
    id="${anchor}"
    aria-label="${subject.author?.login ?? "ghost"} ${box.verb}"
  >
    <header>
      ${avatar(subject.author)} ${byline(subject.author)} ${roleTag(repository, subject.author, threadAuthor)}
      <span class="quiet">
        ${box.verb} <a href="#${anchor}">${timeAgo(subject.createdAt, visit.world.now())}</a>${edited}
      </span>
      <span class="head-tags">${box.tags ?? ""}</span>
    </header>
    <div class="markdown">${renderBody(visit, repository, subject.body)}</div>
    <footer>${reactionsBar(visit, subject)} ${box.actions ?? ""} ${editor(visit, box)} ${moreActions(box)}</footer>
  </article>`;
}

/** A body with its mentions and thread numbers linked. */
export function renderBody(visit: Visit, repository: Repository, body: string): Html {
  const thread = (number: number): string | undefined => {
    const found = findThread(repository, number);
    return found === undefined ? undefined : pathOf(found);
  };
  const person = (login: string): boolean => visit.world.findAccount(login) !== undefined;
  return renderMarkdown(body, { references: { thread, person } });
}

function moreActions({ rareActions }: CommentBox): Html | string {
  if (rareActions === undefined) return "";
  return html`<details class="drawer">
    <summary class="button button-small">More</summary>
    <div class="more">${rareActions}</div>
  </details>`;
}

function editor(visit: Visit, { subject, repository }: CommentBox): Html | string {
  const { person } = visit;
  if (person === undefined) return "";
  if (subject.author !== person && !hasRole(repository, person, "triage")) return "";
  const id = `edit-${subject.databaseId}`;
  return html`<details class="drawer">
    <summary class="button button-small">Edit</summary>
    <form method="post" action="/-/edit">
      ${actionFields(visit, subject)} ${textBox({ id, label: "Edit the text", value: subject.body, rows: 8 })}
      <button class="button button-main">Save</button>
    </form>
  </details>`;
}

/** What was said in an issue or pull request. */
export function issueComments(visit: Visit, thread: Issue | PullRequest): Html {
  return html`${thread.comments.map((comment) => issueCommentBox(visit, thread, comment))}`;
}

function issueCommentBox(visit: Visit, thread: Issue | PullRequest, comment: IssueComment): Html {
  const box = commentBox(visit, {
    subject: comment,
    repository: thread.repository,
    threadAuthor: thread.author,
    anchor: `issuecomment-${comment.databaseId}`,
    verb: "commented",
    ...rareActions(visit, thread, comment),
  });
  if (!comment.isMinimized) return box;
  return html`<details class="minimized" id="minimized-${comment.databaseId}">
    <summary>Hidden: ${comment.minimizedReason}</summary>
    ${box}
  </details>`;
}

/** Hiding and deleting, for moderators and the comment's author. */
function rareActions(
  visit: Visit,
  thread: Issue | PullRequest,
  comment: IssueComment,
): { readonly rareActions?: Html } {
  const { person } = visit;
  if (person === undefined) return {};
  const isAuthor = comment.author === person;
  const mayHide = isAuthor || hasRole(thread.repository, person, "triage");
  const mayDelete = isAuthor || hasRole(thread.repository, person, "write");
  const remove = { action: "delete", subject: comment, text: "Delete", className: "button-small button-danger" };
  return mayHide
    ? { rareActions: html`${minimizeForm(visit, comment)} ${mayDelete ? actionButton(visit, remove) : ""}` }
    : {};
}
