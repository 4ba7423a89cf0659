import type { Discussion, DiscussionCategory, DiscussionComment, Repository } from "../../world/objects.ts";
import { refusal } from "../../world/error-texts.ts";
import { hasRole } from "../../world/people.ts";
import { inOrder, toConnection, type Order, type PageArguments } from "../connection.ts";
import { mustMay, type Fields } from "../context.ts";
import { reactableFields, commentFields } from "./comment-fields.ts";

interface DiscussionsArguments extends PageArguments {
  readonly answered?: boolean | null;
  readonly categoryId?: string | null;
  readonly orderBy?: Order | null;
  readonly states?: readonly ("OPEN" | "CLOSED")[] | null;
}

/** A repository's fields about discussions. */
export const repositoryDiscussionFields: Fields = {
  discussions: (repository: Repository, args: DiscussionsArguments, context) => {
    mustMay(context, repository, "discussions", "read");
    const wanted = repository.discussions.filter((discussion) => isWanted(discussion, args));
    return toConnection(inOrder(wanted, args.orderBy), args, "discussions");
  },
  discussion: (repository: Repository, { number }: { readonly number: number }, context) => {
    mustMay(context, repository, "discussions", "read");
    const found = repository.discussions.find((discussion) => discussion.number === number);
    if (found === undefined) throw refusal("numberNotFound", { type: "a Discussion", number });
    return found;
  },
  // GitHub's nodes have ids and patterns beside; nobody asked for them yet.
  pinnedDiscussions: (repository: Repository, args: PageArguments, context) => {
    mustMay(context, repository, "discussions", "read");
    const pins = (repository.pinned ?? []).map((discussion) => ({ __typename: "PinnedDiscussion", discussion }));
    return toConnection(pins, args, "pinnedDiscussions");
  },
  discussionCategories: (repository: Repository, args: PageArguments, context) => {
    mustMay(context, repository, "discussions", "read");
    return toConnection(repository.discussionCategories, args, "discussionCategories");
  },
  discussionCategory: (repository: Repository, { slug }: { readonly slug: string }, context) => {
    mustMay(context, repository, "discussions", "read");
    return repository.discussionCategories.find((category) => category.slug === slug) ?? null;
  },
};

/** An empty list of states is no filter; `answered` leaves out what cannot be answered. */
function isWanted(discussion: Discussion, { answered, categoryId, states }: DiscussionsArguments): boolean {
  if (categoryId != null && discussion.category.id !== categoryId) return false;
  if (answered != null && (!discussion.category.isAnswerable || (discussion.answer !== null) !== answered))
    return false;
  return states == null || states.length === 0 || states.includes(discussion.closed ? "CLOSED" : "OPEN");
}

export const discussionFields: Fields = {
  ...commentFields,
  ...reactableFields,
  comments: (discussion: Discussion, args: PageArguments) => toConnection(discussion.comments, args, "comments"),
  labels: (discussion: Discussion, args: PageArguments & { readonly orderBy?: Order | null }) =>
    toConnection(inOrder(discussion.labels, args.orderBy), args, "labels"),
  isAnswered: (discussion: Discussion) => (discussion.category.isAnswerable ? discussion.answer !== null : null),
  upvoteCount: (discussion: Discussion) => discussion.upvoters.size,
  viewerHasUpvoted: (discussion: Discussion, _args, { viewer }) => discussion.upvoters.has(viewer.actor.login),
  viewerCanUpvote: (discussion: Discussion, _args, { viewer }) => hasRole(discussion.repository, viewer.actor, "read"),
  poll: () => null,
  viewerCanUpdate: (discussion: Discussion, _args, { viewer }) =>
    mayChange(discussion.repository, discussion, viewer.actor),
  viewerCanClose: (discussion: Discussion, _args, { viewer }) =>
    mayChange(discussion.repository, discussion, viewer.actor),
  viewerCanReopen: (discussion: Discussion, _args, { viewer }) =>
    mayChange(discussion.repository, discussion, viewer.actor),
  viewerCanLabel: (discussion: Discussion, _args, { viewer }) => hasRole(discussion.repository, viewer.actor, "triage"),
  viewerCanDelete: (discussion: Discussion, _args, { viewer }) =>
    hasRole(discussion.repository, viewer.actor, "triage"),
};

export const discussionCommentFields: Fields = {
  ...commentFields,
  ...reactableFields,
  replies: (comment: DiscussionComment, args: PageArguments) => toConnection(comment.replies, args, "replies"),
  isAnswer: (comment: DiscussionComment) => comment.discussion.answer === comment,
  upvoteCount: (comment: DiscussionComment) => comment.upvoters.size,
  viewerHasUpvoted: (comment: DiscussionComment, _args, { viewer }) => comment.upvoters.has(viewer.actor.login),
  viewerCanUpdate: ({ author, discussion }: DiscussionComment, _args, { viewer }) =>
    mayChange(discussion.repository, { author }, viewer.actor),
  viewerCanDelete: ({ author, discussion }: DiscussionComment, _args, { viewer }) =>
    mayChange(discussion.repository, { author }, viewer.actor),
  viewerCanMinimize: ({ author, discussion }: DiscussionComment, _args, { viewer }) =>
    mayChange(discussion.repository, { author }, viewer.actor),
  viewerCanMarkAsAnswer: (comment: DiscussionComment, _args, { viewer }) =>
    comment.discussion.category.isAnswerable &&
    comment.discussion.answer !== comment &&
    !comment.isMinimized &&
    mayChange(comment.discussion.repository, comment.discussion, viewer.actor),
  viewerCanUnmarkAsAnswer: (comment: DiscussionComment, _args, { viewer }) =>
    comment.discussion.answer === comment && mayChange(comment.discussion.repository, comment.discussion, viewer.actor),
};

function mayChange(
  repository: Repository,
  of: Pick<Discussion, "author">,
  actor: NonNullable<Discussion["author"]>,
): boolean {
  return of.author === actor || hasRole(repository, actor, "triage");
}

export const discussionCategoryFields: Fields = {
  emojiHTML: (category: DiscussionCategory) => `<div>${category.emoji}</div>`,
};
