import { refusal } from "./error-texts.ts";
import type { Actor, Discussion, DiscussionComment } from "./objects.ts";
import { hasRole, mustHaveRole } from "./people.ts";
import { mustBeBody, mustBeWritable, mustAcceptComments } from "./rules.ts";
import type { World } from "./world.ts";

/** Comment on a thread, or reply below one of its top-level comments. */
export function addDiscussionComment(
  world: World,
  actor: Actor,
  discussion: Discussion,
  input: { readonly body: string; readonly replyTo?: DiscussionComment },
): DiscussionComment {
  const { repository } = discussion;
  const { replyTo } = input;
  if (!hasRole(repository, actor, "read"))
    throw refusal("notPermitted", { login: actor.login, operation: "AddDiscussionComment" });
  mustAcceptComments(discussion, actor);
  if (replyTo !== undefined && replyTo.discussion !== discussion) throw refusal("replyElsewhere");
  if (replyTo !== undefined && replyTo.replyTo !== null) throw refusal("replyToReply");
  mustBeBody(input.body);
  const comment = world.register<DiscussionComment>({
    ...world.stamp("DiscussionComment", repository),
    discussion,
    replyTo: replyTo ?? null,
    replies: [],
    body: input.body,
    author: actor,
    editor: null,
    lastEditedAt: null,
    isMinimized: false,
    minimizedReason: null,
    deletedAt: null,
    reactions: [],
    upvoters: new Set([actor.login]),
  });
  (replyTo?.replies ?? discussion.comments).push(comment);
  world.touch(discussion);
  world.emit({ event: "discussion_comment", action: "created", repository, discussion, comment, actor });
  return comment;
}

/** Change a comment's text: its author, or triage and above. */
export function editDiscussionComment(
  world: World,
  actor: Actor,
  comment: DiscussionComment,
  body: string,
): DiscussionComment {
  const { discussion } = comment;
  const { repository } = discussion;
  mustHaveRole(repository, actor, "triage", "UpdateDiscussionComment", comment.author);
  mustBeWritable(repository);
  mustBeThere(comment);
  mustBeBody(body);
  const from = comment.body;
  if (from === body) return comment;
  comment.body = body;
  world.touch(comment);
  comment.editor = actor;
  comment.lastEditedAt = comment.updatedAt;
  world.emit({
    event: "discussion_comment",
    action: "edited",
    repository,
    discussion,
    comment,
    actor,
    changes: { body: { from } },
  });
  return comment;
}

/**
 * Delete a comment: its author, or triage and above. One with replies stays as an empty place (`deletedAt` is set), so
 * that the replies keep theirs.
 */
export function deleteDiscussionComment(world: World, actor: Actor, comment: DiscussionComment): DiscussionComment {
  const { discussion } = comment;
  const { repository } = discussion;
  mustHaveRole(repository, actor, "triage", "DeleteDiscussionComment", comment.author);
  mustBeWritable(repository);
  mustBeThere(comment);
  if (discussion.answer === comment) clearAnswer(world, actor, comment);
  world.emit({ event: "discussion_comment", action: "deleted", repository, discussion, comment, actor });
  if (comment.replies.length > 0) {
    world.touch(comment);
    comment.deletedAt = comment.updatedAt;
    comment.body = "";
    comment.author = null;
  } else {
    const siblings = comment.replyTo?.replies ?? discussion.comments;
    siblings.splice(siblings.indexOf(comment), 1);
    world.forget(comment);
  }
  world.touch(discussion);
  return comment;
}

/**
 * Mark a comment or reply as the answer: the asker, or triage and above. Marking another moves the mark.
 * https://docs.github.com/en/discussions/managing-discussions-for-your-community/moderating-discussions#marking-a-comment-as-an-answer
 */
export function markAnswer(world: World, actor: Actor, comment: DiscussionComment): Discussion {
  const { discussion } = comment;
  const { repository } = discussion;
  mustHaveRole(repository, actor, "triage", "MarkDiscussionCommentAsAnswer", discussion.author);
  mustBeWritable(repository);
  mustBeThere(comment);
  if (!discussion.category.isAnswerable) throw refusal("categoryNotAnswerable");
  if (comment.isMinimized) throw refusal("minimizedAnswer");
  if (discussion.answer === comment) return discussion;
  if (discussion.answer !== null) clearAnswer(world, actor, discussion.answer);
  world.touch(discussion);
  discussion.answer = comment;
  discussion.answerChosenAt = discussion.updatedAt;
  discussion.answerChosenBy = actor;
  world.emit({ event: "discussion", action: "answered", repository, discussion, actor, answer: comment });
  return discussion;
}

/** Take the mark away: the asker, or triage and above. */
export function unmarkAnswer(world: World, actor: Actor, comment: DiscussionComment): Discussion {
  const { discussion } = comment;
  mustHaveRole(discussion.repository, actor, "triage", "UnmarkDiscussionCommentAsAnswer", discussion.author);
  mustBeWritable(discussion.repository);
  if (discussion.answer !== comment) throw refusal("notTheAnswer");
  clearAnswer(world, actor, comment);
  return discussion;
}

function clearAnswer(world: World, actor: Actor, oldAnswer: DiscussionComment): void {
  const { discussion } = oldAnswer;
  world.touch(discussion);
  discussion.answer = null;
  discussion.answerChosenAt = null;
  discussion.answerChosenBy = null;
  const { repository } = discussion;
  world.emit({ event: "discussion", action: "unanswered", repository, discussion, actor, oldAnswer });
}

function mustBeThere(comment: DiscussionComment): void {
  if (comment.deletedAt !== null) throw refusal("deletedComment");
}
