import { mustLetOpenPullRequests } from "./actions-bot.ts";
import { refusal, validationFailed } from "./error-texts.ts";
import { findHead, headRepositoryOf } from "./forks.ts";
import type { Actor, PullRequest, Repository } from "./objects.ts";
import { mustHaveRole } from "./people.ts";
import { maxBodyLength, mustBeTitle, mustBeWritable, mustFit } from "./rules.ts";
import type { World } from "./world.ts";

/** A pull request as one asks for it. */
export interface NewPullRequest {
  readonly title: string;
  readonly body?: string;
  /** Without `refs/heads/`. */
  readonly base: string;
  /** With `owner:` before it a branch of that owner's fork. */
  readonly head: string;
  /** Where the head branch is, where that is known otherwise. */
  readonly headRepository?: Repository;
  readonly isDraft?: boolean;
  readonly maintainerCanModify?: boolean;
}

/** Open a pull request: who may write where the head branch is. From a fork that is everybody who has one. */
export async function openPullRequest(
  world: World,
  actor: Actor,
  repository: Repository,
  input: NewPullRequest,
): Promise<PullRequest> {
  const from = input.headRepository
    ? { repository: input.headRepository, branch: input.head }
    : findHead(world, repository, input.head);
  mustHaveRole(from?.repository ?? repository, actor, "write", "CreatePullRequest");
  mustLetOpenPullRequests(repository, actor);
  mustBeWritable(repository);
  mustBeTitle(input.title);
  mustFit(input.body ?? "", "Body", maxBodyLength);
  const { base } = input;
  const head = from?.branch ?? input.head;
  const git = world.git(repository);
  const headRefOid = from && (await world.git(from.repository).resolve(`refs/heads/${head}`));
  const baseRefOid = await git.resolve(`refs/heads/${base}`);
  if (from === undefined || headRefOid === undefined) throw invalid("head", base, input.head);
  if (baseRefOid === undefined) throw invalid("base", base, head);
  if (
    repository.pullRequests.some(
      (one) =>
        one.state === "OPEN" &&
        headRepositoryOf(one) === from.repository &&
        one.headRefName === head &&
        one.baseRefName === base,
    )
  ) {
    throw already(`${from.repository.owner.login}:${head}`);
  }
  if (await git.isAncestor(headRefOid, baseRefOid)) throw nothingBetween(base, head);
  const pullRequest = world.register<PullRequest>({
    ...world.stamp("PullRequest", repository),
    repository,
    number: repository.nextNumber++,
    title: input.title,
    body: input.body ?? "",
    author: actor,
    editor: null,
    lastEditedAt: null,
    state: "OPEN",
    closed: false,
    closedAt: null,
    locked: false,
    activeLockReason: null,
    isDraft: input.isDraft ?? false,
    baseRefName: base,
    headRefName: head,
    ...(from.repository === repository ? {} : { headRepository: from.repository }),
    baseRefOid,
    headRefOid,
    merged: false,
    mergedAt: null,
    mergedBy: null,
    mergeCommitOid: null,
    maintainerCanModify: input.maintainerCanModify ?? false,
    labels: [],
    milestone: null,
    assignees: [],
    comments: [],
    reactions: [],
  });
  repository.pullRequests.push(pullRequest);
  world.emit({ event: "pull_request", action: "opened", repository, pullRequest, actor });
  return pullRequest;
}

/** Change title, body or base: its author, or write and above. */
export async function editPullRequest(
  world: World,
  actor: Actor,
  pullRequest: PullRequest,
  input: { readonly title?: string; readonly body?: string; readonly base?: string },
): Promise<PullRequest> {
  const { repository } = pullRequest;
  mustHaveRole(repository, actor, "write", "UpdatePullRequest", pullRequest.author);
  mustBeWritable(repository);
  if (input.title !== undefined) mustBeTitle(input.title);
  if (input.body !== undefined) mustFit(input.body, "Body", maxBodyLength);
  const changes: Record<string, { from: string }> = {};
  for (const key of ["title", "body"] as const) {
    const to = input[key];
    if (to === undefined || to === pullRequest[key]) continue;
    changes[key] = { from: pullRequest[key] };
    pullRequest[key] = to;
  }
  if (input.base !== undefined && input.base !== pullRequest.baseRefName) {
    const oid = await world.git(repository).resolve(`refs/heads/${input.base}`);
    if (oid === undefined) throw invalid("base", input.base, pullRequest.headRefName);
    changes["base"] = { from: pullRequest.baseRefName };
    pullRequest.baseRefName = input.base;
    pullRequest.baseRefOid = oid;
  }
  if (Object.keys(changes).length > 0) {
    world.touch(pullRequest);
    if ("body" in changes) {
      pullRequest.editor = actor;
      pullRequest.lastEditedAt = pullRequest.updatedAt;
    }
    world.emit({ event: "pull_request", action: "edited", repository, pullRequest, actor, changes });
  }
  return pullRequest;
}

/** Close without merging: its author, or triage and above. */
export function closePullRequest(world: World, actor: Actor, pullRequest: PullRequest): PullRequest {
  const { repository } = pullRequest;
  mustHaveRole(repository, actor, "triage", "ClosePullRequest", pullRequest.author);
  if (pullRequest.state !== "OPEN") return pullRequest;
  setClosed(world, pullRequest, "CLOSED");
  world.emit({ event: "pull_request", action: "closed", repository, pullRequest, actor });
  return pullRequest;
}

/** Open a closed one again; merged ones stay merged, and the branch must still be there. */
export async function reopenPullRequest(world: World, actor: Actor, pullRequest: PullRequest): Promise<PullRequest> {
  const { repository } = pullRequest;
  mustHaveRole(repository, actor, "triage", "ReopenPullRequest", pullRequest.author);
  if (pullRequest.state === "OPEN") return pullRequest;
  const from = headRepositoryOf(pullRequest);
  const head = from === null ? undefined : await world.git(from).resolve(`refs/heads/${pullRequest.headRefName}`);
  if (pullRequest.merged || head === undefined) {
    throw validationFailed({
      resource: "PullRequest",
      field: "state",
      code: "invalid",
      message: "state cannot be changed.",
    });
  }
  world.touch(pullRequest);
  Object.assign(pullRequest, { state: "OPEN", closed: false, closedAt: null, headRefOid: head });
  world.emit({ event: "pull_request", action: "reopened", repository, pullRequest, actor });
  return pullRequest;
}

export function setClosed(world: World, pullRequest: PullRequest, state: "CLOSED" | "MERGED"): void {
  world.touch(pullRequest);
  pullRequest.state = state;
  pullRequest.closed = true;
  pullRequest.closedAt = pullRequest.updatedAt;
}

function invalid(field: "head" | "base", base: string, head: string): Error {
  const side = field === "head" ? "Head" : "Base";
  return refusal("refInvalid", { side, base, head }, [{ resource: "PullRequest", field, code: "invalid" }]);
}

function already(head: string): Error {
  const message = `A pull request already exists for ${head}.`;
  return refusal("pullRequestExists", { head }, [{ resource: "PullRequest", code: "custom", message }]);
}

function nothingBetween(base: string, head: string): Error {
  const message = `No commits between ${base} and ${head}`;
  return refusal("noCommitsBetween", { base, head }, [{ resource: "PullRequest", code: "custom", message }]);
}
