import { html } from "hono/html";
import type { Actor, Discussion } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import type { Visit } from "../visit.ts";
import { actionButton, choiceForm, labelsForm } from "./forms.ts";
import { categoryIcon, type Html, avatar } from "./elements.ts";

/** What stands beside a discussion: category, labels, who takes part, and moderation. */
export function discussionSide(visit: Visit, discussion: Discussion): Html {
  const { person } = visit;
  const { repository, category } = discussion;
  const isModerator = person !== undefined && hasRole(repository, person, "triage");
  return html`<h2>Category</h2>
    <p>${categoryIcon(category)} ${category.name}</p>
    ${isModerator ? categoryForm(visit, discussion) : ""}
    <h2>Labels</h2>
    ${labelsForm(visit, discussion, isModerator)}
    <h2>Participants</h2>
    <p class="participants">
      ${participants(discussion).map((each) => html`<span title="${each.login}">${avatar(each)}</span>`)}
    </p>
    ${isModerator ? moderation(visit, discussion) : ""}`;
}

function categoryForm(visit: Visit, discussion: Discussion): Html {
  return choiceForm(visit, {
    action: "recategorize",
    subject: discussion,
    name: "category",
    label: "Category",
    choices: discussion.repository.discussionCategories.map(({ id, name }) => [id, name] as const),
    chosen: discussion.category.id,
    button: "Move",
  });
}

function moderation(visit: Visit, discussion: Discussion): Html {
  const lock = discussion.locked
    ? actionButton(visit, { action: "unlock", subject: discussion, text: "Unlock" })
    : choiceForm(visit, {
        action: "lock",
        subject: discussion,
        name: "reason",
        label: "Why to lock it",
        choices: lockReasons,
        button: "Lock",
      });
  const remove = actionButton(visit, {
    action: "delete",
    subject: discussion,
    text: "Delete",
    className: "button-small button-danger",
  });
  return html`<h2>Moderation</h2>
    <div class="stack">${lock} ${remove}</div>`;
}

const lockReasons = [
  ["", "no reason"],
  ["OFF_TOPIC", "off topic"],
  ["RESOLVED", "resolved"],
  ["SPAM", "spam"],
  ["TOO_HEATED", "too heated"],
] as const;

function participants(discussion: Discussion): readonly Actor[] {
  const comments = discussion.comments.flatMap((comment) => [comment, ...comment.replies]);
  const authors = [discussion, ...comments].map(({ author }) => author).filter((author) => author !== null);
  return [...new Set(authors)];
}
