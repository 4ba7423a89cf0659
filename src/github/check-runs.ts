import type { CheckAnnotation, CheckReport, CheckRun } from "../core/check-run.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import { GoneError } from "../core/errors.ts";
import type { GitHubClients } from "./github-clients.ts";

/** By which a run of ours is known where other apps have a check of the same name. */
const externalId = "frontdesk";

/**
 * Our run of a check on a commit, with its annotations. One REST request, and one for each hundred annotations. Only the
 * app that made a run may change it (databricks/cli#4563), so those of others do not count.
 */
export async function findCheckRun(
  clients: GitHubClients,
  { installation, owner, name: repo }: RepositoryRef,
  head: string,
  name: string,
): Promise<CheckRun | undefined> {
  const operation = { doing: `look for our check of ${owner}/${repo}`, needs: "checks: read", isWrite: false };
  const { data } = await clients.rest(installation, operation, (octokit) =>
    octokit.rest.checks.listForRef({ owner, repo, ref: head, check_name: name, filter: "latest", per_page: 100 }),
  );
  const slug = (await clients.own(installation))?.slug;
  const run = data.check_runs.find(
    (it) => it.external_id === externalId && (slug === undefined || it.app?.slug === slug),
  );
  if (!run) return undefined;
  const annotations =
    run.output.annotations_count === 0
      ? []
      : await clients.rest(installation, operation, (octokit) =>
          octokit.paginate(octokit.rest.checks.listAnnotations, { owner, repo, check_run_id: run.id, per_page: 100 }),
        );
  return {
    id: run.id,
    conclusion: run.conclusion ?? undefined,
    title: run.output.title ?? "",
    summary: run.output.summary ?? "",
    annotations: annotations.map((it) => ({
      path: it.path,
      line: it.start_line,
      column: it.start_column ?? 1,
      endLine: it.end_line,
      endColumn: it.end_column ?? 1,
      level: it.annotation_level === "failure" ? "failure" : "warning",
      message: it.message ?? "",
    })),
  };
}

/** One REST request. */
export async function writeCheckRun(
  clients: GitHubClients,
  { installation, owner, name: repo }: RepositoryRef,
  { id, head, name }: { readonly id?: number; readonly head: string; readonly name: string },
  report: Omit<CheckReport, "conclusion"> & { readonly conclusion?: CheckReport["conclusion"] },
): Promise<number> {
  const operation = { doing: `report a check in ${owner}/${repo}`, needs: "checks: write", isWrite: true };
  const { conclusion, title, summary } = report;
  const state = {
    ...(conclusion === undefined ? { status: "in_progress" as const } : { status: "completed" as const, conclusion }),
    output: { title, summary, annotations: report.annotations.map(toAnnotation) },
  };
  const made = await clients.rest(installation, operation, async ({ rest: { checks } }) => {
    const { data } =
      id === undefined
        ? await checks.create({ owner, repo, name, head_sha: head, external_id: externalId, ...state })
        : await checks.update({ owner, repo, check_run_id: id, ...state });
    return data.id;
  });
  if (typeof made !== "number") {
    throw new Error(`Could not ${operation.doing}; whether it was done is unknown: the answer names no check run`);
  }
  return made;
}

/**
 * Columns are taken within one line alone, and in pairs:
 * https://docs.github.com/en/rest/checks/runs#create-a-check-run and probot/probot#790.
 */
function toAnnotation({ path, line, column, endLine, endColumn, level, message }: CheckAnnotation) {
  return {
    path,
    start_line: line,
    end_line: endLine,
    ...(line === endLine && { start_column: column, end_column: Math.max(column, endColumn) }),
    annotation_level: level,
    message,
  };
}

/**
 * One REST request. A fork's commits are found by the repository that its pull request goes to, since the two share
 * their objects: https://docs.github.com/en/rest/commits/commits#compare-two-commits
 */
export async function findMergeBase(
  clients: GitHubClients,
  { installation, owner, name: repo }: RepositoryRef,
  base: string,
  head: string,
): Promise<string | undefined> {
  const operation = { doing: `compare two commits of ${owner}/${repo}`, needs: "contents: read", isWrite: false };
  try {
    const { data } = await clients.rest(installation, operation, (octokit) =>
      octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${base}...${head}`, per_page: 1 }),
    );
    return data.merge_base_commit.sha;
  } catch (error) {
    // 404: "No common ancestor", or a commit that was thrown away meanwhile.
    if (error instanceof GoneError) return undefined;
    throw error;
  }
}
