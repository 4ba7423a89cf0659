import { html } from "hono/html";
import type { Discussion, DiscussionComment } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import { pathOf } from "../../world/urls.ts";
import type { Visit } from "../visit.ts";
import { actionButton, textBox, minimizeForm } from "./forms.ts";
import { voteButton } from "./discussion-list.ts";
import { discussionSide } from "./discussion-side.ts";
import { categoryIcon, type Html } from "./elements.ts";
import { renderBody, commentBox } from "./comment-box.ts";
import { threadHead } from "./thread-parts.ts";
import { composer } from "./composer.ts";

/** A discussion with all that was said, and what this visitor may do about it. */
export function discussionView(visit: Visit, discussion: Discussion): Html {
  const { category } = discussion;
  return html`${threadHead(visit, discussion, html`${categoryIcon(category)} ${category.name}`)}
    <div class="with-side side-right">
      <div>
        <div id="thread" data-live>
          ${opening(visit, discussion)} ${discussion.answer === null ? "" : chosenAnswer(visit, discussion.answer)}
          ${discussion.comments.map((comment) => commentThread(visit, comment))}
        </div>
        ${composer(visit, discussion)}
      </div>
      <aside id="facts" data-live>${discussionSide(visit, discussion)}</aside>
    </div>`;
}

function opening(visit: Visit, discussion: Discussion): Html {
  return commentBox(visit, {
    subject: discussion,
    repository: discussion.repository,
    threadAuthor: null,
    anchor: `discussion-${discussion.databaseId}`,
    verb: discussion.category.isAnswerable ? "asked" : "wrote",
    actions: voteButton(visit, discussion),
    className: "comment-opening",
  });
}

/** The answer once more, right below the question, as on GitHub. */
function chosenAnswer(visit: Visit, answer: DiscussionComment): Html {
  const { repository, answerChosenBy } = answer.discussion;
  return html`<section class="chosen" aria-label="Answer">
    <p>
      <strong>✓ Answered by ${answer.author?.login ?? "ghost"}</strong>
      <span class="quiet"
        >chosen by ${answerChosenBy?.login ?? "ghost"} · <a href="#${anchorOf(answer)}">go to the comment</a></span
      >
    </p>
    <div class="markdown">${renderBody(visit, repository, answer.body)}</div>
  </section>`;
}

function commentThread(visit: Visit, comment: DiscussionComment): Html {
  return html`<div class="comment-thread">
    ${discussionComment(visit, comment)}
    <div class="replies">
      ${comment.replies.map((reply) => discussionComment(visit, reply))} ${replyForm(visit, comment)}
    </div>
  </div>`;
}

function discussionComment(visit: Visit, comment: DiscussionComment): Html {
  if (comment.deletedAt !== null) return html`<p class="comment deleted">This comment was deleted.</p>`;
  const { discussion, isMinimized, minimizedReason } = comment;
  const isAnswer = discussion.answer === comment;
  const box = commentBox(visit, {
    subject: comment,
    repository: discussion.repository,
    threadAuthor: discussion.author,
    anchor: anchorOf(comment),
    verb: comment.replyTo === null ? "commented" : "replied",
    tags: isAnswer ? html`<span class="state state-answered">✓ Answer</span>` : html``,
    actions: commentActions(visit, comment),
    ...rareActions(visit, comment),
    className: isAnswer ? "comment-answer" : "",
  });
  if (!isMinimized) return box;
  return html`<details class="minimized" id="minimized-${comment.databaseId}">
    <summary>Hidden: ${minimizedReason}</summary>
    ${box}
  </details>`;
}

/** The anchor GitHub gives a comment, which its `url` ends with. */
function anchorOf(comment: DiscussionComment): string {
  return `discussioncomment-${comment.databaseId}`;
}

function commentActions(visit: Visit, comment: DiscussionComment): Html {
  const { person } = visit;
  const { category, author } = comment.discussion;
  const mayAnswer = person !== undefined && category.isAnswerable && (isModerator(visit, comment) || author === person);
  return mayAnswer && !comment.isMinimized ? answerButton(visit, comment) : html``;
}

/** Hiding and deleting, for moderators and the comment's author. */
function rareActions(visit: Visit, comment: DiscussionComment): { readonly rareActions?: Html } {
  const { person } = visit;
  if (person === undefined || !(isModerator(visit, comment) || comment.author === person)) return {};
  const remove = { action: "delete", subject: comment, text: "Delete", className: "button-small button-danger" };
  return { rareActions: html`${minimizeForm(visit, comment)} ${actionButton(visit, remove)}` };
}

function isModerator({ person }: Visit, comment: DiscussionComment): boolean {
  return person !== undefined && hasRole(comment.discussion.repository, person, "triage");
}

function answerButton(visit: Visit, comment: DiscussionComment): Html {
  const isAnswer = comment.discussion.answer === comment;
  return actionButton(visit, {
    action: isAnswer ? "unmark-answer" : "mark-answer",
    subject: comment,
    text: isAnswer ? "Unmark as answer" : "✓ Mark as answer",
  });
}

function replyForm(visit: Visit, comment: DiscussionComment): Html | string {
  const { discussion } = comment;
  if (visit.person === undefined || discussion.locked) return "";
  return html`<details class="drawer reply">
    <summary class="button button-small">Reply</summary>
    <form method="post" action="${pathOf(discussion)}/comments">
      <input type="hidden" name="replyTo" value="${comment.id}" />
      ${textBox({ id: `reply-${comment.databaseId}`, label: "Your reply", rows: 3 })}
      <button class="button button-main">Reply</button>
    </form>
  </details>`;
}
