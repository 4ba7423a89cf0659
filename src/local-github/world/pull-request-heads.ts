import type { Actor, Repository } from "./objects.ts";
import type { World } from "./world.ts";

const zeros = "0".repeat(40);

/** Let open pull requests follow a branch that moved: `synchronize`, and closed when their branch is gone. */
export function synchronizePullRequests(
  world: World,
  actor: Actor,
  repository: Repository,
  push: { readonly ref: string; readonly before: string; readonly after: string },
): void {
  const branch = push.ref.replace(/^refs\/heads\//u, "");
  for (const pullRequest of repository.pullRequests) {
    if (pullRequest.state !== "OPEN") continue;
    if (pullRequest.baseRefName === branch && push.after !== zeros) pullRequest.baseRefOid = push.after;
    if (pullRequest.headRefName !== branch) continue;
    world.touch(pullRequest);
    const about = { event: "pull_request", repository, pullRequest, actor } as const;
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
