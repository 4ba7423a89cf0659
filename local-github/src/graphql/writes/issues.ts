import type {
  AddCommentInput,
  CloseIssueInput,
  CreateIssueInput,
  CreateLabelInput,
  DeleteIssueCommentInput,
  DeleteIssueInput,
  ReopenIssueInput,
  TransferIssueInput,
  UpdateIssueCommentInput,
  UpdateIssueInput,
} from "@octokit/graphql-schema";
import { refusal } from "../../world/error-texts.ts";
import { addIssueComment, deleteIssueComment, editIssueComment } from "../../world/issue-comments.ts";
import { deleteIssue, transferIssue } from "../../world/issue-removal.ts";
import { closeIssue, editIssue, openIssue, reopenIssue, type NewIssue } from "../../world/issues.ts";
import { createLabel } from "../../world/labels.ts";
import type { Issue, Repository } from "../../world/objects.ts";
import { repositoryOf } from "../../world/moderation.ts";
import { mustMay, type Fields, type GraphQLContext } from "../context.ts";
import { mutation, nodesOf, permissionFor } from "./mutation.ts";
import { addSubIssue, removeSubIssue } from "../../world/sub-issues.ts";

/** The published schema is older than issue types; the extension in `schema.ts` adds this. */
interface TypedInput {
  readonly issueTypeId?: string | null;
}

type Parts = Pick<CreateIssueInput, "labelIds" | "milestoneId" | "assigneeIds"> & TypedInput;

function toParts(context: GraphQLContext, repository: Repository, input: Parts): Partial<NewIssue> {
  const { world } = context;
  if (input.issueTypeId != null && repository.owner.__typename === "User") {
    throw refusal("nodeNotFound", { id: input.issueTypeId });
  }
  return {
    ...(input.labelIds == null ? {} : { labels: nodesOf(context, input.labelIds, "Label") }),
    ...(input.milestoneId === undefined
      ? {}
      : { milestone: input.milestoneId === null ? null : world.node(input.milestoneId, "Milestone") }),
    ...(input.assigneeIds == null ? {} : { assignees: nodesOf(context, input.assigneeIds, "User") }),
    ...(input.issueTypeId === undefined
      ? {}
      : { issueType: input.issueTypeId === null ? null : world.node(input.issueTypeId, "IssueType") }),
  };
}

function mustFindIssue(context: GraphQLContext, id: string): Issue {
  const issue = context.world.node(id, "Issue");
  mustMay(context, issue.repository, "issues", "write");
  return issue;
}

export const issueMutations: Fields = {
  createIssue: mutation((input: CreateIssueInput & TypedInput, context) => {
    const { world, viewer } = context;
    const repository = world.node(input.repositoryId, "Repository");
    mustMay(context, repository, "issues", "write");
    const text = { title: input.title, ...(input.body == null ? {} : { body: input.body }) };
    return { issue: openIssue(world, viewer.actor, repository, { ...text, ...toParts(context, repository, input) }) };
  }),
  updateIssue: mutation((input: UpdateIssueInput & TypedInput, context) => {
    const { world, viewer } = context;
    const issue = mustFindIssue(context, input.id);
    const text = {
      ...(input.title == null ? {} : { title: input.title }),
      ...(input.body == null ? {} : { body: input.body }),
    };
    editIssue(world, viewer.actor, issue, { ...text, ...toParts(context, issue.repository, input) });
    if (input.state === "CLOSED") closeIssue(world, viewer.actor, issue);
    if (input.state === "OPEN") reopenIssue(world, viewer.actor, issue);
    return { issue };
  }),
  closeIssue: mutation((input: CloseIssueInput, context) => {
    const issue = mustFindIssue(context, input.issueId);
    return { issue: closeIssue(context.world, context.viewer.actor, issue, input.stateReason ?? "COMPLETED") };
  }),
  reopenIssue: mutation((input: ReopenIssueInput, context) => {
    const issue = mustFindIssue(context, input.issueId);
    return { issue: reopenIssue(context.world, context.viewer.actor, issue) };
  }),
  deleteIssue: mutation((input: DeleteIssueInput, context) => {
    const issue = mustFindIssue(context, input.issueId);
    deleteIssue(context.world, context.viewer.actor, issue);
    return { repository: issue.repository };
  }),
  transferIssue: mutation((input: TransferIssueInput, context) => {
    const { world, viewer } = context;
    const issue = mustFindIssue(context, input.issueId);
    const to = world.node(input.repositoryId, "Repository");
    mustMay(context, to, "issues", "write");
    return { issue: transferIssue(world, viewer.actor, issue, to) };
  }),
  addComment: mutation((input: AddCommentInput, context) => {
    const { world, viewer } = context;
    const subject = world.node(input.subjectId, "Issue", "PullRequest");
    mustMay(context, subject.repository, ["issues", "pull_requests"], "write");
    const node = addIssueComment(world, viewer.actor, subject, input.body);
    return { subject, commentEdge: { node, cursor: Buffer.from(node.id).toString("base64") } };
  }),
  updateIssueComment: mutation((input: UpdateIssueCommentInput, context) => {
    const comment = context.world.node(input.id, "IssueComment");
    mustMay(context, repositoryOf(comment), permissionFor(comment), "write");
    return { issueComment: editIssueComment(context.world, context.viewer.actor, comment, input.body) };
  }),
  deleteIssueComment: mutation((input: DeleteIssueCommentInput, context) => {
    const comment = context.world.node(input.id, "IssueComment");
    mustMay(context, repositoryOf(comment), permissionFor(comment), "write");
    deleteIssueComment(context.world, context.viewer.actor, comment);
    return {};
  }),
  createLabel: mutation((input: CreateLabelInput, context) => {
    const { world, viewer } = context;
    const repository = world.node(input.repositoryId, "Repository");
    mustMay(context, repository, ["issues", "pull_requests"], "write");
    const { name, color, description } = input;
    return { label: createLabel(world, viewer.actor, repository, { name, color, description: description ?? null }) };
  }),
};

/** The published schema has these, its package of types does not. */
interface RemoveSubIssueInput {
  readonly issueId: string;
  readonly subIssueId: string;
}
interface AddSubIssueInput {
  readonly issueId: string;
  readonly subIssueId?: string | null;
  readonly replaceParent?: boolean | null;
}

export const subIssueMutations: Fields = {
  addSubIssue: mutation((input: AddSubIssueInput, context) => {
    if (input.subIssueId == null) throw refusal("searchNotEmulated", { what: "sub-issues by URL" });
    const issue = mustFindIssue(context, input.issueId);
    const subIssue = mustFindIssue(context, input.subIssueId);
    addSubIssue(context.world, context.viewer.actor, issue, subIssue, input.replaceParent ?? false);
    return { issue, subIssue };
  }),
  removeSubIssue: mutation((input: RemoveSubIssueInput, context) => {
    const issue = mustFindIssue(context, input.issueId);
    const subIssue = mustFindIssue(context, input.subIssueId);
    removeSubIssue(context.world, context.viewer.actor, issue, subIssue);
    return { issue, subIssue };
  }),
};
