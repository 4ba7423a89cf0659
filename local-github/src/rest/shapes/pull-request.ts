import { headLabel, headRepositoryOf } from "../../world/forks.ts";
import type { PullRequest, Repository } from "../../world/objects.ts";
import type { World } from "../../world/world.ts";
import { toAccount, toAuthor } from "./account.ts";
import { toThread } from "./issue.ts";
import { apiUrl, htmlUrl, toRepository } from "./repository.ts";

/** How big the change of a pull request is. */
export interface ChangeSize {
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
  /** Null while unknown, as GitHub says before it has tried. */
  readonly mergeable: boolean | null;
}

/** A pull request as lists show it. */
export function toPullRequestSimple(world: World, pull: PullRequest): Record<string, unknown> {
  const repository = apiUrl(world, pull.repository);
  const api = `${repository}/pulls/${pull.number}`;
  const issue = `${repository}/issues/${pull.number}`;
  const page = `${htmlUrl(world, pull.repository)}/pull/${pull.number}`;
  const links = {
    self: api,
    html: page,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${api}/comments`,
    review_comment: `${repository}/pulls/comments{/number}`,
    commits: `${api}/commits`,
    statuses: `${repository}/statuses/${pull.headRefOid}`,
  };
  const { comments: _count, ...thread } = toThread(world, pull);
  return {
    url: api,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    ...thread,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitOid,
    requested_reviewers: [],
    requested_teams: [],
    head: toSide(world, headRepositoryOf(pull), {
      label: headLabel(pull),
      ref: pull.headRefName,
      sha: pull.headRefOid,
    }),
    base: toSide(world, pull.repository, {
      label: `${pull.repository.owner.login}:${pull.baseRefName}`,
      ref: pull.baseRefName,
      sha: pull.baseRefOid,
    }),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    auto_merge: null,
    draft: pull.isDraft,
  };
}

/** A pull request on its own, with the size of its change. */
export function toPullRequest(world: World, pull: PullRequest, size: ChangeSize): Record<string, unknown> {
  return {
    ...toPullRequestSimple(world, pull),
    merged: pull.merged,
    mergeable: pull.state === "OPEN" ? size.mergeable : null,
    rebaseable: pull.state === "OPEN" ? size.mergeable : null,
    mergeable_state: mergeableState(pull, size),
    merged_by: toAuthor(world, pull.mergedBy),
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: pull.maintainerCanModify,
    commits: size.commits,
    additions: size.additions,
    deletions: size.deletions,
    changed_files: size.changedFiles,
  };
}

function mergeableState(pull: PullRequest, size: ChangeSize): string {
  if (pull.state !== "OPEN" || size.mergeable === null) return "unknown";
  if (pull.isDraft) return "draft";
  return size.mergeable ? "clean" : "dirty";
}

/** Head or base. The repository of a head is null once the fork is gone, and its owner with it. */
function toSide(
  world: World,
  repository: Repository | null,
  { label, ref, sha }: { readonly label: string; readonly ref: string; readonly sha: string },
): Record<string, unknown> {
  return {
    label,
    ref,
    sha,
    user: repository && toAccount(world, repository.owner),
    repo: repository && toRepository(world, repository),
  };
}
