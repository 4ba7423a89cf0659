import type {
  AddLabelsToLabelableInput,
  AddReactionInput,
  AddUpvoteInput,
  ClearLabelsFromLabelableInput,
  LockLockableInput,
  MinimizeCommentInput,
  RemoveLabelsFromLabelableInput,
  RemoveReactionInput,
  RemoveUpvoteInput,
  ReportedContentClassifiers,
  UnlockLockableInput,
  UnminimizeCommentInput,
} from "@octokit/graphql-schema";
import { addLabels, removeLabels } from "../../world/labels.ts";
import { lock, minimize, removeUpvote, repositoryOf, unlock, unminimize, upvote } from "../../world/moderation.ts";
import type { Labelable, Lockable, Minimizable, MinimizedReason, Reactable, Votable } from "../../world/objects.ts";
import { react, repositoryOfReactable, unreact } from "../../world/reactions.ts";
import { mustMay, type Fields, type GraphQLContext } from "../context.ts";
import { toReactionGroups } from "../reads/comment-fields.ts";
import { mutation, nodesOf, permissionFor } from "./mutation.ts";

const minimizedReasons: Readonly<Record<ReportedContentClassifiers, MinimizedReason>> = {
  ABUSE: "abuse",
  DUPLICATE: "duplicate",
  OFF_TOPIC: "off-topic",
  OUTDATED: "outdated",
  RESOLVED: "resolved",
  SPAM: "spam",
};

function mustFindReactable(context: GraphQLContext, id: string): Reactable {
  const subject = context.world.node(id, "Discussion", "DiscussionComment", "Issue", "IssueComment", "PullRequest");
  mustMay(context, repositoryOfReactable(subject), permissionFor(subject), "write");
  return subject;
}

function mustFindThread(context: GraphQLContext, id: string): Labelable & Lockable {
  const thread = context.world.node(id, "Discussion", "Issue", "PullRequest");
  mustMay(context, thread.repository, permissionFor(thread), "write");
  return thread;
}

function mustFindMinimizable(context: GraphQLContext, id: string): Minimizable {
  const comment = context.world.node(id, "DiscussionComment", "IssueComment");
  mustMay(context, repositoryOf(comment), permissionFor(comment), "write");
  return comment;
}

function mustFindVotable(context: GraphQLContext, id: string): Votable {
  const subject = context.world.node(id, "Discussion", "DiscussionComment");
  mustMay(context, repositoryOfReactable(subject), "discussions", "write");
  return subject;
}

/** Mutations that work on threads and comments of any kind. */
export const subjectMutations: Fields = {
  addReaction: mutation((input: AddReactionInput, context) => {
    const subject = mustFindReactable(context, input.subjectId);
    const reaction = react(context.world, context.viewer.actor, subject, input.content);
    return { reaction, subject, reactionGroups: toReactionGroups(subject) };
  }),
  removeReaction: mutation((input: RemoveReactionInput, context) => {
    const subject = mustFindReactable(context, input.subjectId);
    const reaction = unreact(context.world, context.viewer.actor, subject, input.content) ?? null;
    return { reaction, subject, reactionGroups: toReactionGroups(subject) };
  }),
  addLabelsToLabelable: mutation((input: AddLabelsToLabelableInput, context) => {
    const labelable = mustFindThread(context, input.labelableId);
    addLabels(context.world, context.viewer.actor, labelable, nodesOf(context, input.labelIds, "Label"));
    return { labelable };
  }),
  removeLabelsFromLabelable: mutation((input: RemoveLabelsFromLabelableInput, context) => {
    const labelable = mustFindThread(context, input.labelableId);
    removeLabels(context.world, context.viewer.actor, labelable, nodesOf(context, input.labelIds, "Label"));
    return { labelable };
  }),
  clearLabelsFromLabelable: mutation((input: ClearLabelsFromLabelableInput, context) => {
    const labelable = mustFindThread(context, input.labelableId);
    removeLabels(context.world, context.viewer.actor, labelable, [...labelable.labels]);
    return { labelable };
  }),
  lockLockable: mutation((input: LockLockableInput, context) => {
    const lockedRecord = mustFindThread(context, input.lockableId);
    lock(context.world, context.viewer.actor, lockedRecord, input.lockReason ?? null);
    return { lockedRecord };
  }),
  unlockLockable: mutation((input: UnlockLockableInput, context) => {
    const unlockedRecord = mustFindThread(context, input.lockableId);
    unlock(context.world, context.viewer.actor, unlockedRecord);
    return { unlockedRecord };
  }),
  minimizeComment: mutation((input: MinimizeCommentInput, context) => {
    const minimizedComment = mustFindMinimizable(context, input.subjectId);
    minimize(context.world, context.viewer.actor, minimizedComment, minimizedReasons[input.classifier]);
    return { minimizedComment };
  }),
  unminimizeComment: mutation((input: UnminimizeCommentInput, context) => {
    const unminimizedComment = mustFindMinimizable(context, input.subjectId);
    unminimize(context.world, context.viewer.actor, unminimizedComment);
    return { unminimizedComment };
  }),
  addUpvote: mutation((input: AddUpvoteInput, context) => {
    const subject = mustFindVotable(context, input.subjectId);
    upvote(context.viewer.actor, subject);
    return { subject };
  }),
  removeUpvote: mutation((input: RemoveUpvoteInput, context) => {
    const subject = mustFindVotable(context, input.subjectId);
    removeUpvote(context.viewer.actor, subject);
    return { subject };
  }),
};
