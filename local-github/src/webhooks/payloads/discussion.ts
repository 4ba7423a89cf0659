import { toAuthor } from "../../rest/shapes/account.ts";
import { toLabel, toReactionCounts } from "../../rest/shapes/issue.ts";
import { apiUrl, htmlUrl, toRepository } from "../../rest/shapes/repository.ts";
import type { DiscussionCommentEvent, DiscussionEvent } from "../../world/events.ts";
import type { Discussion, DiscussionCategory, DiscussionComment } from "../../world/objects.ts";
import { authorAssociation } from "../../world/people.ts";
import type { World } from "../../world/world.ts";

/** What `discussion` webhooks carry beside the usual. */
export function discussionPayload(world: World, event: DiscussionEvent): Record<string, unknown> {
  return { discussion: toDiscussion(world, event.discussion), ...extras(world, event) };
}

/** What `discussion_comment` webhooks carry beside the usual. */
export function discussionCommentPayload(world: World, event: DiscussionCommentEvent): Record<string, unknown> {
  return {
    comment: toDiscussionComment(world, event.comment),
    discussion: toDiscussion(world, event.discussion),
    ...(event.action === "edited" ? { changes: event.changes ?? {} } : {}),
  };
}

function extras(world: World, event: DiscussionEvent): Record<string, unknown> {
  if (event.label !== undefined) return { label: toLabel(world, event.label) };
  if (event.answer !== undefined) return { answer: toAnswer(world, event.answer) };
  if (event.oldAnswer !== undefined) return { old_answer: toAnswer(world, event.oldAnswer) };
  if (event.oldCategory !== undefined) return { changes: { category: { from: toCategory(event.oldCategory) } } };
  if (event.newDiscussion !== undefined) {
    const { newDiscussion } = event;
    return {
      changes: {
        new_discussion: toDiscussion(world, newDiscussion),
        new_repository: toRepository(world, newDiscussion.repository),
      },
    };
  }
  return event.action === "edited" ? { changes: event.changes ?? {} } : {};
}

function toDiscussion(world: World, discussion: Discussion): Record<string, unknown> {
  const api = `${apiUrl(world, discussion.repository)}/discussions/${discussion.number}`;
  return {
    repository_url: apiUrl(world, discussion.repository),
    category: toCategory(discussion.category),
    answer_html_url: discussion.answer === null ? null : commentUrl(world, discussion.answer),
    answer_chosen_at: discussion.answerChosenAt,
    answer_chosen_by: toAuthor(world, discussion.answerChosenBy),
    html_url: `${htmlUrl(world, discussion.repository)}/discussions/${discussion.number}`,
    id: discussion.databaseId,
    node_id: discussion.id,
    number: discussion.number,
    title: discussion.title,
    user: toAuthor(world, discussion.author),
    labels: discussion.labels.map((label) => toLabel(world, label)),
    state: stateOf(discussion),
    state_reason: discussion.stateReason?.toLowerCase() ?? null,
    locked: discussion.locked,
    comments: discussion.comments.reduce((count, comment) => count + 1 + comment.replies.length, 0),
    created_at: discussion.createdAt,
    updated_at: discussion.updatedAt,
    author_association: authorAssociation(discussion.repository, discussion.author),
    active_lock_reason: discussion.activeLockReason?.toLowerCase().replace("_", "-") ?? null,
    body: discussion.body,
    reactions: toReactionCounts(discussion, api),
    timeline_url: `${api}/timeline`,
  };
}

function stateOf(discussion: Discussion): string {
  if (discussion.locked) return "locked";
  return discussion.closed ? "closed" : "open";
}

function toCategory(category: DiscussionCategory): Record<string, unknown> {
  return {
    id: category.databaseId,
    node_id: category.id,
    repository_id: category.repository.databaseId,
    emoji: category.emoji,
    name: category.name,
    description: category.description ?? "",
    created_at: category.createdAt,
    updated_at: category.updatedAt,
    slug: category.slug,
    is_answerable: category.isAnswerable,
  };
}

function toDiscussionComment(world: World, comment: DiscussionComment): Record<string, unknown> {
  const { repository } = comment.discussion;
  const api = `${apiUrl(world, repository)}/discussions/comments/${comment.databaseId}`;
  return {
    id: comment.databaseId,
    node_id: comment.id,
    html_url: commentUrl(world, comment),
    // The database id of the top-level comment, not its node id.
    parent_id: comment.replyTo?.databaseId ?? null,
    child_comment_count: comment.replies.length,
    repository_url: apiUrl(world, repository),
    discussion_id: comment.discussion.databaseId,
    author_association: authorAssociation(repository, comment.author),
    user: toAuthor(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    reactions: toReactionCounts(comment, api),
  };
}

/** `answered` and `unanswered` say nothing of a parent: the description has null there, even where a reply is meant. */
function toAnswer(world: World, comment: DiscussionComment): Record<string, unknown> {
  return { ...toDiscussionComment(world, comment), parent_id: null };
}

function commentUrl(world: World, comment: DiscussionComment): string {
  const { repository, number } = comment.discussion;
  return `${htmlUrl(world, repository)}/discussions/${number}#discussioncomment-${comment.databaseId}`;
}
