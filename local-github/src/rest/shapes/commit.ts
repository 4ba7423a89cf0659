import type { FileDiff } from "../../git/git-objects.ts";
import type { GitCommit } from "../../world/git.ts";
import type { Repository } from "../../world/objects.ts";
import type { World } from "../../world/world.ts";
import { toAccount } from "./account.ts";
import { apiUrl, htmlUrl } from "./repository.ts";

/** Nothing here is signed. */
const UNSIGNED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

/** A commit of the Git Database API: as git has it. */
export function toGitCommit(world: World, repository: Repository, commit: GitCommit): Record<string, unknown> {
  const api = apiUrl(world, repository);
  const html = htmlUrl(world, repository);
  return {
    sha: commit.sha,
    node_id: commitNodeId(repository, commit.sha),
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${html}/commit/${sha}`,
    })),
    verification: UNSIGNED,
  };
}

/** A commit of the Commits API: with the accounts behind its email addresses. */
export function toCommit(world: World, repository: Repository, commit: GitCommit): Record<string, unknown> {
  const api = apiUrl(world, repository);
  const html = htmlUrl(world, repository);
  return {
    sha: commit.sha,
    node_id: commitNodeId(repository, commit.sha),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    url: `${api}/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    author: toCommitAccount(world, commit.author),
    committer: toCommitAccount(world, commit.committer),
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${html}/commit/${sha}` })),
  };
}

/** One changed file of a comparison, commit or pull request. */
export function toDiffEntry(
  world: World,
  repository: Repository,
  file: FileDiff,
  head: string,
): Record<string, unknown> {
  const html = htmlUrl(world, repository);
  const path = encodePath(file.path);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${head}/${path}`,
    raw_url: `${html}/raw/${head}/${path}`,
    contents_url: `${apiUrl(world, repository)}/contents/${path}?ref=${head}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  };
}

/** A path as it stands in URLs: each part encoded, slashes kept. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function toCommitAccount(world: World, identity: { readonly name: string; readonly email: string }): unknown {
  const user = world.all("User").find((user) => user.email === identity.email);
  const account = user ?? world.findBot(identity.name);
  return account === undefined ? null : toAccount(world, account);
}

function commitNodeId(repository: Repository, sha: string): string {
  return `C_${Buffer.from(`${repository.databaseId}:${sha}`).toString("base64url")}`;
}
