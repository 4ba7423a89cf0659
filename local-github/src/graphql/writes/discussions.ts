import type {
  AddDiscussionCommentInput,
  CloseDiscussionInput,
  CreateDiscussionInput,
  DeleteDiscussionCommentInput,
  DeleteDiscussionInput,
  MarkDiscussionCommentAsAnswerInput,
  ReopenDiscussionInput,
  UnmarkDiscussionCommentAsAnswerInput,
  UpdateDiscussionCommentInput,
  UpdateDiscussionInput,
} from "@octokit/graphql-schema";
import {
  addDiscussionComment,
  deleteDiscussionComment,
  editDiscussionComment,
  markAnswer,
  unmarkAnswer,
} from "../../world/discussion-comments.ts";
import { closeDiscussion, editDiscussion, openDiscussion, reopenDiscussion } from "../../world/discussions.ts";
import { deleteDiscussion } from "../../world/discussion-removal.ts";
import type { Discussion, DiscussionComment } from "../../world/objects.ts";
import { mustMay } from "../context.ts";
import type { Fields, GraphQLContext } from "../context.ts";
import { mutation } from "./mutation.ts";

/** A discussion that the viewer may change as far as permissions go; roles are checked by the acts. */
function mustFindDiscussion(context: GraphQLContext, id: string): Discussion {
  const discussion = context.world.node(id, "Discussion");
  mustMay(context, discussion.repository, "discussions", "write");
  return discussion;
}

function mustFindComment(context: GraphQLContext, id: string): DiscussionComment {
  const comment = context.world.node(id, "DiscussionComment");
  mustMay(context, comment.discussion.repository, "discussions", "write");
  return comment;
}

export const discussionMutations: Fields = {
  createDiscussion: mutation((input: CreateDiscussionInput, context) => {
    const { world, viewer } = context;
    const repository = world.node(input.repositoryId, "Repository");
    mustMay(context, repository, "discussions", "write");
    const category = world.node(input.categoryId, "DiscussionCategory");
    const { title, body } = input;
    return { discussion: openDiscussion(world, viewer.actor, repository, { category, title, body }) };
  }),
  updateDiscussion: mutation((input: UpdateDiscussionInput, context) => {
    const { world, viewer } = context;
    const discussion = mustFindDiscussion(context, input.discussionId);
    const changes = {
      ...(input.title == null ? {} : { title: input.title }),
      ...(input.body == null ? {} : { body: input.body }),
      ...(input.categoryId == null ? {} : { category: world.node(input.categoryId, "DiscussionCategory") }),
    };
    return { discussion: editDiscussion(world, viewer.actor, discussion, changes) };
  }),
  closeDiscussion: mutation((input: CloseDiscussionInput, context) => {
    const discussion = mustFindDiscussion(context, input.discussionId);
    return { discussion: closeDiscussion(context.world, context.viewer.actor, discussion, input.reason ?? "RESOLVED") };
  }),
  reopenDiscussion: mutation((input: ReopenDiscussionInput, context) => {
    const discussion = mustFindDiscussion(context, input.discussionId);
    return { discussion: reopenDiscussion(context.world, context.viewer.actor, discussion) };
  }),
  deleteDiscussion: mutation((input: DeleteDiscussionInput, context) => {
    const discussion = mustFindDiscussion(context, input.id);
    return { discussion: deleteDiscussion(context.world, context.viewer.actor, discussion) };
  }),
  addDiscussionComment: mutation((input: AddDiscussionCommentInput, context) => {
    const { world, viewer } = context;
    const discussion = mustFindDiscussion(context, input.discussionId);
    const replyTo = input.replyToId == null ? {} : { replyTo: world.node(input.replyToId, "DiscussionComment") };
    return { comment: addDiscussionComment(world, viewer.actor, discussion, { body: input.body, ...replyTo }) };
  }),
  updateDiscussionComment: mutation((input: UpdateDiscussionCommentInput, context) => {
    const comment = mustFindComment(context, input.commentId);
    return { comment: editDiscussionComment(context.world, context.viewer.actor, comment, input.body) };
  }),
  deleteDiscussionComment: mutation((input: DeleteDiscussionCommentInput, context) => {
    const comment = mustFindComment(context, input.id);
    return { comment: deleteDiscussionComment(context.world, context.viewer.actor, comment) };
  }),
  markDiscussionCommentAsAnswer: mutation((input: MarkDiscussionCommentAsAnswerInput, context) => ({
    discussion: markAnswer(context.world, context.viewer.actor, mustFindComment(context, input.id)),
  })),
  unmarkDiscussionCommentAsAnswer: mutation((input: UnmarkDiscussionCommentAsAnswerInput, context) => ({
    discussion: unmarkAnswer(context.world, context.viewer.actor, mustFindComment(context, input.id)),
  })),
};
