import type { RestAnswer } from "../../request-context.ts";
import type { Comparison } from "../../git/git-objects.ts";
import type { GitRepository } from "../../git/git-repository.ts";
import { paged } from "../answers.ts";
import { refusalByText, restErrorTexts } from "../error-texts.ts";
import { notFound, type RepositoryRequest } from "../rest-operation.ts";
import { toCommit, toDiffEntry } from "../shapes/commit.ts";
import { apiUrl, htmlUrl } from "../shapes/repository.ts";

/** Files that a comparison or a commit lists: https://docs.github.com/rest/commits/commits#compare-two-commits */
export const MAX_FILES = 300;

/** Compares two commits: `GET /repos/{owner}/{repo}/compare/{basehead}`. */
export async function compare(request: RepositoryRequest): Promise<RestAnswer> {
  const { repository, parameters } = request;
  const git = request.git(repository);
  const [base = "", head = ""] = (parameters["basehead"] ?? "")
    .split("...")
    .map((side) => side.replace(/^[^:]*:/u, ""));
  const [from, to] = [await git.resolveCommit(base), await git.resolveCommit(head)];
  if (from === undefined || to === undefined) throw notFound();
  const comparison = await git.compare(from, to);
  if (comparison === undefined) throw refusalByText(restErrorTexts.noCommonAncestor, { base, head });
  return toComparison(request, git, `${base}...${head}`, from, to, comparison);
}

async function toComparison(
  request: RepositoryRequest,
  git: GitRepository,
  basehead: string,
  base: string,
  head: string,
  comparison: Comparison,
): Promise<RestAnswer> {
  const { world, repository } = request;
  const html = `${htmlUrl(world, repository)}/compare/${basehead}`;
  const owner = repository.owner.login;
  const baseCommit = toCommit(world, repository, await git.readCommit(base));
  const mergeBase = toCommit(world, repository, await git.readCommit(comparison.mergeBase));
  return paged(
    request,
    comparison.commits,
    (commit) => toCommit(world, repository, commit),
    (commits) => ({
      url: `${apiUrl(world, repository)}/compare/${basehead}`,
      html_url: html,
      permalink_url: `${htmlUrl(world, repository)}/compare/${owner}:${base.slice(0, 7)}...${owner}:${head.slice(0, 7)}`,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: baseCommit,
      merge_base_commit: mergeBase,
      status: comparison.status,
      ahead_by: comparison.aheadBy,
      behind_by: comparison.behindBy,
      total_commits: comparison.aheadBy,
      commits,
      files: comparison.files.slice(0, MAX_FILES).map((file) => toDiffEntry(world, repository, file, head)),
    }),
  );
}
