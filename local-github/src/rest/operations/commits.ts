import { MAX_FILES, compare } from "./comparisons.ts";
import type { RestAnswer } from "../../request-context.ts";
import type { GitRepository } from "../../git/git-repository.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import { ok, paged } from "../answers.ts";
import { refusalByText, restErrorTexts } from "../error-texts.ts";
import { notFound, repositoryOperation, type RestOperation, type RepositoryRequest } from "../rest-operation.ts";
import { toCommit, toDiffEntry } from "../shapes/commit.ts";
import { apiUrl, htmlUrl } from "../shapes/repository.ts";

/** History: commits, comparisons, branches, and everything at once as a tarball. */
export const commitOperations: readonly RestOperation[] = [
  repositoryOperation(
    "GET /repos/{owner}/{repo}/commits",
    "contents=read",
    "commits/commits#list-commits",
    listCommits,
  ),
  repositoryOperation(
    "GET /repos/{owner}/{repo}/commits/{ref}",
    "contents=read",
    "commits/commits#get-a-commit",
    getCommit,
  ),
  repositoryOperation(
    "GET /repos/{owner}/{repo}/compare/{basehead}",
    "contents=read",
    "commits/commits#compare-two-commits",
    compare,
  ),
  repositoryOperation(
    "GET /repos/{owner}/{repo}/branches",
    "contents=read",
    "branches/branches#list-branches",
    async (request) => {
      const { world, repository } = request;
      const branches = await request.git(repository).refs("refs/heads/");
      return paged(request, branches, ({ name, sha }) => ({
        name: name.slice("refs/heads/".length),
        commit: { sha, url: `${apiUrl(world, repository)}/commits/${sha}` },
        protected: false,
      }));
    },
  ),
  repositoryOperation(
    "GET /repos/{owner}/{repo}/branches/{branch}",
    "contents=read",
    "branches/branches#get-a-branch",
    getBranch,
  ),
  repositoryOperation(
    "GET /repos/{owner}/{repo}/tarball/{ref}",
    "contents=read",
    "repos/contents#download-a-repository-archive-tar",
    redirectToTarball,
  ),
  {
    ...repositoryOperation(
      "GET /repos/{owner}/{repo}/tarball",
      "contents=read",
      "repos/contents#download-a-repository-archive-tar",
      redirectToTarball,
    ),
    isUndocumented: true,
  },
  {
    ...repositoryOperation(
      "GET /{owner}/{repo}/legacy.tar.gz/{ref}",
      "contents=read",
      "repos/contents",
      downloadTarball,
    ),
    isUndocumented: true,
  },
];

async function listCommits(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, repository, query } = request;
  const revision = query.get("sha") ?? repository.defaultBranchName;
  const commit = await request.git(repository).resolveCommit(revision);
  if (commit === undefined) throw query.has("sha") ? notFound() : refusalByText(restErrorTexts.emptyRepository);
  const commits = await request.git(repository).log(commit, { path: query.get("path") ?? "" });
  return paged(request, commits, (each) => toCommit(world, repository, each));
}

async function getCommit(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, repository, parameters, headers } = request;
  const git = request.git(repository);
  const sha = await mustResolve(git, parameters["ref"] ?? "");
  // The cheapest way to ask where a branch is: https://docs.github.com/rest/commits/commits#get-a-commit
  if (/\.sha\b/u.test(headers["accept"] ?? "")) {
    return {
      status: 200,
      headers: { "content-type": "application/vnd.github.sha; charset=utf-8" },
      body: Buffer.from(sha),
    };
  }
  const commit = await git.readCommit(sha);
  const [parent] = commit.parents;
  const files = await git.fileDiffs(parent ?? (await git.makeTree(null, [])), sha);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return ok({
    ...toCommit(world, repository, commit),
    stats: { total: additions + deletions, additions, deletions },
    files: files.slice(0, MAX_FILES).map((file) => toDiffEntry(world, repository, file, sha)),
  });
}

async function mustResolve(git: GitRepository, ref: string): Promise<string> {
  const sha = await git.resolveCommit(ref);
  if (sha !== undefined) return sha;
  if ((await git.refs()).length === 0) throw refusalByText(restErrorTexts.emptyRepository);
  throw refusalByText(restErrorTexts.noCommitFound, { sha: ref });
}

async function getBranch(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, repository, parameters } = request;
  const name = parameters["branch"] ?? "";
  const sha = await request.git(repository).resolve(`refs/heads/${name}^{commit}`);
  if (sha === undefined) throw refusalByText(restErrorTexts.branchGone);
  const url = `${apiUrl(world, repository)}/branches/${name}`;
  return ok({
    name,
    commit: toCommit(world, repository, await request.git(repository).readCommit(sha)),
    _links: { self: url, html: `${htmlUrl(world, repository)}/tree/${name}` },
    protected: false,
    protection: { enabled: false, required_status_checks: { enforcement_level: "off", contexts: [], checks: [] } },
    protection_url: `${url}/protection`,
  });
}

/** GitHub sends on to another host, which gives the bytes. */
async function redirectToTarball(request: RepositoryRequest): Promise<RestAnswer> {
  const { world, repository, parameters } = request;
  const ref = parameters["ref"] ?? repository.defaultBranchName;
  const git = request.git(repository);
  const branch = await git.resolve(`refs/heads/${ref}`);
  if (branch === undefined && (await git.resolveCommit(ref)) === undefined) throw notFound();
  const target = branch === undefined ? ref : `refs/heads/${ref}`;
  return { status: 302, headers: { location: `${world.origin}/${nameWithOwner(repository)}/legacy.tar.gz/${target}` } };
}

async function downloadTarball(request: RepositoryRequest): Promise<RestAnswer> {
  const { repository, parameters } = request;
  const git = request.git(repository);
  const sha = await git.resolveCommit(parameters["ref"] ?? "");
  if (sha === undefined) throw notFound();
  const folder = `${nameWithOwner(repository).replace("/", "-")}-${sha.slice(0, 7)}`;
  const headers = {
    "content-type": "application/x-gzip",
    "content-disposition": `attachment; filename=${folder}.tar.gz`,
  };
  return { status: 200, headers, body: await git.archive(sha, folder) };
}
