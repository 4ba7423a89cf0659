import { refusal } from "./error-texts.ts";
import { headLabel } from "./forks.ts";
import type { Actor, Issue, PullRequest } from "./objects.ts";
import { hasRole, mustHaveRole } from "./people.ts";
import { announcePush, gitIdentity } from "./refs.ts";
import { mustBeWritable } from "./rules.ts";
import { closeIssue } from "./issues.ts";
import type { World } from "./world.ts";
import { setClosed } from "./pull-requests.ts";

/** How to merge. */
export interface MergeInput {
  readonly method?: "MERGE" | "SQUASH" | "REBASE";
  readonly headline?: string;
  readonly body?: string;
  /** The head one has seen; another one is refused. */
  readonly expectedHead?: string;
}

/**
 * Merge into the base: write and above. Issues named by closing keywords in the body are closed, as on GitHub where
 * the base is the default branch. A rebase of several commits is done as one squashed commit.
 */
export async function mergePullRequest(
  world: World,
  actor: Actor,
  pullRequest: PullRequest,
  input: MergeInput = {},
): Promise<PullRequest> {
  const { repository } = pullRequest;
  mustHaveRole(repository, actor, "write", "MergePullRequest");
  mustBeWritable(repository);
  if (pullRequest.state !== "OPEN" || pullRequest.isDraft) throw refusal("notMergeable");
  if (input.expectedHead !== undefined && input.expectedHead !== pullRequest.headRefOid) throw refusal("headModified");
  const git = world.git(repository);
  const ref = `refs/heads/${pullRequest.baseRefName}`;
  const before = await git.resolve(ref);
  const tree = before === undefined ? undefined : await git.mergeTrees(before, pullRequest.headRefOid);
  if (before === undefined || tree === undefined) throw refusal("notMergeable");
  const isMerge = (input.method ?? "MERGE") === "MERGE";
  const oid = await git.commit({
    tree,
    parents: isMerge ? [before, pullRequest.headRefOid] : [before],
    message: mergeMessage(pullRequest, input, isMerge),
    author: gitIdentity(world, actor),
  });
  if (!(await git.updateRef(ref, oid, before))) throw refusal("notMergeable");
  setClosed(world, pullRequest, "MERGED");
  Object.assign(pullRequest, { merged: true, mergedAt: pullRequest.updatedAt, mergedBy: actor, mergeCommitOid: oid });
  world.emit({ event: "pull_request", action: "closed", repository, pullRequest, actor });
  announcePush(world, actor, repository, { ref, before, after: oid, forced: false });
  if (pullRequest.baseRefName === repository.defaultBranchName) closeNamedIssues(world, actor, pullRequest);
  return pullRequest;
}

function mergeMessage(pullRequest: PullRequest, input: MergeInput, isMerge: boolean): string {
  const { number, title } = pullRequest;
  const from = headLabel(pullRequest).replace(":", "/");
  const usual = isMerge ? `Merge pull request #${number} from ${from}` : `${title} (#${number})`;
  const body = input.body ?? (isMerge ? title : "");
  return `${input.headline ?? usual}${body === "" ? "" : `\n\n${body}`}\n`;
}

/** https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue */
function closeNamedIssues(world: World, actor: Actor, { repository, body }: PullRequest): void {
  for (const [, number] of body.matchAll(/\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+#(\d+)\b/giu)) {
    const issue: Issue | undefined = repository.issues.find((one) => one.number === Number(number));
    if (issue !== undefined && !issue.closed && hasRole(repository, actor, "triage")) closeIssue(world, actor, issue);
  }
}
