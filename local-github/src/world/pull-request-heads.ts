import { headRepositoryOf } from "./forks.ts";
import type { Actor, Repository } from "./objects.ts";
import type { World } from "./world.ts";

const zeros = "0".repeat(40);

/**
 * Let open pull requests follow a branch that moved: `synchronize`, and closed when their branch is gone. Those that a
 * fork's branch goes to are its parent's.
 */
export function synchronizePullRequests(
  world: World,
  actor: Actor,
  repository: Repository,
  push: { readonly ref: string; readonly before: string; readonly after: string },
): void {
  const branch = push.ref.replace(/^refs\/heads\//u, "");
  for (const pullRequest of [...repository.pullRequests, ...(repository.parent?.pullRequests ?? [])]) {
    if (pullRequest.state !== "OPEN") continue;
    const isBase = pullRequest.repository === repository && pullRequest.baseRefName === branch;
    if (isBase && push.after !== zeros) pullRequest.baseRefOid = push.after;
    if (headRepositoryOf(pullRequest) !== repository || pullRequest.headRefName !== branch) continue;
    world.touch(pullRequest);
    const about = { event: "pull_request", repository: pullRequest.repository, pullRequest, actor } as const;
    if (push.after === zeros) {
      pullRequest.state = "CLOSED";
      pullRequest.closed = true;
      pullRequest.closedAt = pullRequest.updatedAt;
      world.emit({ ...about, action: "closed" });
    } else {
      pullRequest.headRefOid = push.after;
      world.emit({ ...about, action: "synchronize", before: push.before, after: push.after });
    }
  }
}
