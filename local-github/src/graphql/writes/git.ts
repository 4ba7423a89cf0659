import type {
  ClosePullRequestInput,
  CreateCommitOnBranchInput,
  CreatePullRequestInput,
  CreateRefInput,
  DeleteRefInput,
  MergePullRequestInput,
  ReopenPullRequestInput,
  UpdatePullRequestInput,
  UpdateRefInput,
  UpdateRefsInput,
} from "@octokit/graphql-schema";
import { refusal } from "../../world/error-texts.ts";
import { addLabels } from "../../world/labels.ts";
import type { PullRequest, Repository } from "../../world/objects.ts";
import { closePullRequest, editPullRequest, openPullRequest, reopenPullRequest } from "../../world/pull-requests.ts";
import { mergePullRequest } from "../../world/merge-pull-request.ts";
import { commitOnBranch, createRef, deleteRef, moveRef, updateRefs } from "../../world/refs.ts";
import { mustMay } from "../context.ts";
import type { Fields, GraphQLContext } from "../context.ts";
import { readRefId, toCommit, toRef } from "../reads/git-objects.ts";
import { mutation, nodesOf } from "./mutation.ts";

interface Branch {
  readonly repository: Repository;
  readonly fullName: string;
}

function mustFindRef(context: GraphQLContext, id: string): Branch {
  const found = readRefId(context.world, id);
  if (found === undefined) throw refusal("nodeOfOtherType", { type: "Ref", id });
  mustMay(context, found.repository, "contents", "write");
  return found;
}

/** A branch by node id, or by repository and name. */
function mustFindBranch(context: GraphQLContext, branch: CreateCommitOnBranchInput["branch"]): Branch {
  if (branch.id != null) return mustFindRef(context, branch.id);
  const nameWithOwner = branch.repositoryNameWithOwner ?? "";
  const [owner = "", name = ""] = nameWithOwner.split("/");
  const repository = context.world.findRepository(owner, name);
  if (repository === undefined) throw refusal("repositoryNotFound", { name: nameWithOwner });
  mustMay(context, repository, "contents", "write");
  return { repository, fullName: `refs/heads/${(branch.branchName ?? "").replace(/^refs\/heads\//u, "")}` };
}

function mustFindPullRequest(context: GraphQLContext, id: string): PullRequest {
  const pullRequest = context.world.node(id, "PullRequest");
  mustMay(context, pullRequest.repository, "pull_requests", "write");
  return pullRequest;
}

const branchName = (ref: string): string => ref.replace(/^refs\/heads\//u, "");

export const gitMutations: Fields = {
  createRef: mutation(async (input: CreateRefInput, context) => {
    const repository = context.world.node(input.repositoryId, "Repository");
    mustMay(context, repository, "contents", "write");
    await createRef(context.world, context.viewer.actor, repository, input.name, input.oid);
    return { ref: toRef(repository, input.name, input.oid) };
  }),
  updateRef: mutation(async (input: UpdateRefInput, context) => {
    const { repository, fullName } = mustFindRef(context, input.refId);
    await moveRef(context.world, context.viewer.actor, repository, fullName, input.oid, input.force ?? false);
    return { ref: toRef(repository, fullName, input.oid) };
  }),
  deleteRef: mutation(async (input: DeleteRefInput, context) => {
    const { repository, fullName } = mustFindRef(context, input.refId);
    await deleteRef(context.world, context.viewer.actor, repository, fullName);
    return {};
  }),
  updateRefs: mutation(async (input: UpdateRefsInput, context) => {
    const repository = context.world.node(input.repositoryId, "Repository");
    mustMay(context, repository, "contents", "write");
    await updateRefs(
      context.world,
      context.viewer.actor,
      repository,
      input.refUpdates.map(({ name, beforeOid, afterOid, force }) => ({
        name,
        before: beforeOid ?? undefined,
        after: afterOid,
        force: force ?? false,
      })),
    );
    return {};
  }),
  createCommitOnBranch: mutation(async (input: CreateCommitOnBranchInput, context) => {
    const { repository, fullName } = mustFindBranch(context, input.branch);
    const { headline, body } = input.message;
    const oid = await commitOnBranch(context.world, context.viewer.actor, repository, {
      branch: branchName(fullName),
      expectedHead: input.expectedHeadOid,
      message: body == null || body === "" ? `${headline}\n` : `${headline}\n\n${body}\n`,
      additions: (input.fileChanges?.additions ?? []).map(({ path, contents }) => ({
        path,
        content: Buffer.from(contents, "base64"),
      })),
      deletions: (input.fileChanges?.deletions ?? []).map(({ path }) => path),
    });
    return { commit: toCommit(repository, oid), ref: toRef(repository, fullName, oid) };
  }),
  createPullRequest: mutation(async (input: CreatePullRequestInput, context) => {
    const repository = context.world.node(input.repositoryId, "Repository");
    mustMay(context, repository, "pull_requests", "write");
    const { headRepositoryId } = input;
    const headRepository = headRepositoryId == null ? undefined : context.world.node(headRepositoryId, "Repository");
    const pullRequest = await openPullRequest(context.world, context.viewer.actor, repository, {
      title: input.title,
      body: input.body ?? "",
      base: branchName(input.baseRefName),
      head: branchName(input.headRefName),
      ...(headRepository && { headRepository }),
      isDraft: input.draft ?? false,
      maintainerCanModify: input.maintainerCanModify ?? true,
    });
    return { pullRequest };
  }),
  updatePullRequest: mutation(async (input: UpdatePullRequestInput, context) => {
    const { world, viewer } = context;
    const pullRequest = mustFindPullRequest(context, input.pullRequestId);
    await editPullRequest(world, viewer.actor, pullRequest, {
      ...(input.title == null ? {} : { title: input.title }),
      ...(input.body == null ? {} : { body: input.body }),
      ...(input.baseRefName == null ? {} : { base: branchName(input.baseRefName) }),
    });
    if (input.labelIds != null) addLabels(world, viewer.actor, pullRequest, nodesOf(context, input.labelIds, "Label"));
    if (input.state === "CLOSED") closePullRequest(world, viewer.actor, pullRequest);
    if (input.state === "OPEN") await reopenPullRequest(world, viewer.actor, pullRequest);
    return { pullRequest };
  }),
  closePullRequest: mutation((input: ClosePullRequestInput, context) => {
    const pullRequest = mustFindPullRequest(context, input.pullRequestId);
    return { pullRequest: closePullRequest(context.world, context.viewer.actor, pullRequest) };
  }),
  reopenPullRequest: mutation(async (input: ReopenPullRequestInput, context) => {
    const pullRequest = mustFindPullRequest(context, input.pullRequestId);
    return { pullRequest: await reopenPullRequest(context.world, context.viewer.actor, pullRequest) };
  }),
  mergePullRequest: mutation(async (input: MergePullRequestInput, context) => {
    const pullRequest = mustFindPullRequest(context, input.pullRequestId);
    mustMay(context, pullRequest.repository, "contents", "write");
    await mergePullRequest(context.world, context.viewer.actor, pullRequest, {
      method: input.mergeMethod ?? "MERGE",
      ...(input.commitHeadline == null ? {} : { headline: input.commitHeadline }),
      ...(input.commitBody == null ? {} : { body: input.commitBody }),
      ...(input.expectedHeadOid == null ? {} : { expectedHead: input.expectedHeadOid }),
    });
    return { pullRequest };
  }),
};
