import type { GitRepository } from "../../git/git-repository.ts";
import { toAccount } from "../../rest/shapes/account.ts";
import { toLabel, toMilestone } from "../../rest/shapes/issue.ts";
import { toPullRequest, type ChangeSize } from "../../rest/shapes/pull-request.ts";
import type { PullRequestEvent } from "../../world/events.ts";
import type { PullRequest } from "../../world/objects.ts";
import type { World } from "../../world/world.ts";

/**
 * What `pull_request` webhooks carry beside the usual. Not asynchronous, so that it shows this very moment:
 * the size of the change is filled in by `withChangeSize`.
 */
export function pullRequestPayload(world: World, event: PullRequestEvent): Record<string, unknown> {
  const { pullRequest, label, assignee, milestone } = event;
  const unknown: ChangeSize = { commits: 0, additions: 0, deletions: 0, changedFiles: 0, mergeable: null };
  return {
    number: pullRequest.number,
    pull_request: toPullRequest(world, pullRequest, unknown),
    ...(event.action === "edited" ? { changes: event.changes ?? {} } : {}),
    ...(event.action === "synchronize" ? { before: event.before, after: event.after } : {}),
    ...(label === undefined ? {} : { label: toLabel(world, label) }),
    ...(assignee === undefined ? {} : { assignee: toAccount(world, assignee) }),
    ...(milestone === undefined ? {} : { milestone: toMilestone(world, milestone) }),
  };
}

/** How big a pull request is, by git. Nothing where its branches are gone. */
export async function changeSize(git: GitRepository, pull: PullRequest): Promise<ChangeSize> {
  const none = { commits: 0, additions: 0, deletions: 0, changedFiles: 0, mergeable: null };
  const [base, head] = await Promise.all([git.resolve(pull.baseRefOid), git.resolve(pull.headRefOid)]);
  const comparison = base === undefined || head === undefined ? undefined : await git.compare(base, head);
  if (base === undefined || head === undefined || comparison === undefined) return none;
  return {
    commits: comparison.aheadBy,
    additions: comparison.files.reduce((sum, file) => sum + file.additions, 0),
    deletions: comparison.files.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: comparison.files.length,
    mergeable: pull.state === "OPEN" ? (await git.mergeTrees(base, head)) !== undefined : null,
  };
}
