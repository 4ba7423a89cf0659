import type { RestAnswer } from "../../request-context.ts";
import { headLabel } from "../../world/forks.ts";
import type { PullRequest } from "../../world/objects.ts";
import { closePullRequest, editPullRequest, openPullRequest, reopenPullRequest } from "../../world/pull-requests.ts";
import { mergePullRequest, type MergeInput } from "../../world/merge-pull-request.ts";
import { sameName } from "../../world/world.ts";
import { changeSize } from "../../webhooks/payloads/pull-request.ts";
import { created, noContent, ok, paged } from "../answers.ts";
import {
  mustFind,
  notFound,
  numberIn,
  repositoryOperation,
  type RestOperation,
  type RepositoryRequest,
} from "../rest-operation.ts";
import { toCommit, toDiffEntry } from "../shapes/commit.ts";
import { toPullRequest, toPullRequestSimple } from "../shapes/pull-request.ts";

const READ = "pull_requests=read";
const WRITE = "pull_requests=write";
const PULLS = "/repos/{owner}/{repo}/pulls";
const PULL = `${PULLS}/{pull_number}`;

/** Pull requests between branches, of one repository or from a fork. */
export const pullOperations: readonly RestOperation[] = [
  repositoryOperation(`GET ${PULLS}`, READ, "pulls/pulls#list-pull-requests", listPulls),
  repositoryOperation(`POST ${PULLS}`, WRITE, "pulls/pulls#create-a-pull-request", createPull),
  repositoryOperation(`GET ${PULL}`, READ, "pulls/pulls#get-a-pull-request", getPull),
  repositoryOperation(`PATCH ${PULL}`, WRITE, "pulls/pulls#update-a-pull-request", updatePull),
  repositoryOperation(`GET ${PULL}/files`, READ, "pulls/pulls#list-pull-requests-files", listFiles),
  repositoryOperation(`GET ${PULL}/commits`, READ, "pulls/pulls#list-commits-on-a-pull-request", listCommits),
  repositoryOperation(`GET ${PULL}/merge`, READ, "pulls/pulls#check-if-a-pull-request-has-been-merged", (request) => {
    if (!findPull(request).merged) throw notFound();
    return noContent;
  }),
  repositoryOperation(`PUT ${PULL}/merge`, "contents=write", "pulls/pulls#merge-a-pull-request", mergePull),
];

function findPull(request: RepositoryRequest): PullRequest {
  const number = numberIn(request, "pull_number");
  return mustFind(request.repository.pullRequests.find((pull) => pull.number === number));
}

/** "Filter pulls by head user or head organization and branch name in the format of `user:ref-name`", say the docs. */
function listPulls(request: RepositoryRequest): RestAnswer {
  const { world, repository, query } = request;
  const state = query.get("state") ?? "open";
  const head = query.get("head");
  const base = query.get("base");
  const wanted = repository.pullRequests.filter(
    (pull) =>
      (state === "all" || (state === "open") === (pull.state === "OPEN")) &&
      (head === null || sameName(headLabel(pull), head)) &&
      (base === null || pull.baseRefName === base),
  );
  const sorted = query.get("direction") === "asc" ? wanted : wanted.toReversed();
  return paged(request, sorted, (pull) => toPullRequestSimple(world, pull));
}

async function createPull(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, viewer, repository, input } = request;
  const body = input.optionalText("body");
  const draft = input.optionalFlag("draft");
  const pull = await openPullRequest(world, viewer.actor, repository, {
    title: input.text("title"),
    head: input.text("head"),
    base: input.text("base"),
    ...(body === undefined ? {} : { body }),
    ...(draft === undefined ? {} : { isDraft: draft }),
    maintainerCanModify: input.optionalFlag("maintainer_can_modify") ?? true,
  });
  return created(await whole(request, pull));
}

async function whole(request: RepositoryRequest, pull: PullRequest): Promise<Record<string, unknown>> {
  const { world, repository } = request;
  return toPullRequest(world, pull, await changeSize(request.git(repository), pull));
}

async function getPull(request: RepositoryRequest): Promise<RestAnswer> {
  const pull = findPull(request);
  if (!/\.diff\b/u.test(request.headers["accept"] ?? "")) return ok(await whole(request, pull));
  const git = request.git(request.repository);
  const base = (await git.mergeBase(pull.baseRefOid, pull.headRefOid)) ?? pull.baseRefOid;
  const headers = { "content-type": "application/vnd.github.diff; charset=utf-8" };
  return { status: 200, headers, body: Buffer.from(await git.diff(base, pull.headRefOid)) };
}

async function updatePull(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, viewer, input } = request;
  const pull = findPull(request);
  const title = input.optionalText("title");
  const body = input.optionalText("body");
  const base = input.optionalText("base");
  const changes = {
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body }),
    ...(base === undefined ? {} : { base }),
  };
  if (Object.keys(changes).length > 0) await editPullRequest(world, viewer.actor, pull, changes);
  const state = input.optionalText("state");
  if (state === "closed") closePullRequest(world, viewer.actor, pull);
  if (state === "open") await reopenPullRequest(world, viewer.actor, pull);
  return ok(await whole(request, pull));
}

async function listFiles(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, repository } = request;
  const pull = findPull(request);
  const comparison = await request.git(repository).compare(pull.baseRefOid, pull.headRefOid);
  return paged(request, comparison?.files ?? [], (file) => toDiffEntry(world, repository, file, pull.headRefOid));
}

async function listCommits(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, repository } = request;
  const pull = findPull(request);
  const comparison = await request.git(repository).compare(pull.baseRefOid, pull.headRefOid);
  return paged(request, comparison?.commits ?? [], (commit) => toCommit(world, repository, commit));
}

async function mergePull(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, viewer, input } = request;
  const pull = findPull(request);
  const headline = input.optionalText("commit_title");
  const body = input.optionalText("commit_message");
  const expectedHead = input.optionalText("sha");
  await mergePullRequest(world, viewer.actor, pull, {
    method: toMethod(input.optionalText("merge_method")),
    ...(headline === undefined ? {} : { headline }),
    ...(body === undefined ? {} : { body }),
    ...(expectedHead === undefined ? {} : { expectedHead }),
  });
  return ok({ sha: pull.mergeCommitOid, merged: true, message: "Pull Request successfully merged" });
}

function toMethod(name: string | undefined): NonNullable<MergeInput["method"]> {
  if (name === "squash") return "SQUASH";
  return name === "rebase" ? "REBASE" : "MERGE";
}
