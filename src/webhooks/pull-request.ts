import type { ProposedCommits, SupportEvent } from "../core/event.ts";
import type { Payload, Webhook } from "./webhook.ts";
import { isCommitId, isWhole, repositoryOf } from "./webhook.ts";

/**
 * Pull requests that propose commits, whosever they are, and those of the repository's own branches that end or begin
 * anew: which of these are ours is told by their branch.
 */
export const pullRequest: Webhook = {
  name: "pull_request",

  toEvent(payload) {
    switch (payload.action) {
      case "closed":
        return changed(payload);
      case "reopened":
        return changed(payload) ?? proposed(payload);
      case "opened":
      case "synchronize":
        return proposed(payload);
      case "edited":
        return payload.changes?.base ? proposed(payload) : undefined;
      default:
        return undefined;
    }
  },
};

function changed(payload: Payload): SupportEvent | undefined {
  const repository = repositoryOf(payload);
  const pull = payload.pull_request;
  const branch = pull?.head?.ref;
  if (!repository || !isWhole(pull?.number) || typeof branch !== "string") return undefined;
  if (pull.head?.repo?.id !== repository.id) return undefined;
  const commits = payload.action === "reopened" ? commitsOf(payload) : undefined;
  return {
    kind: "pull-request-changed",
    repository,
    number: pull.number,
    branch,
    ...(commits && { proposed: commits }),
  };
}

function proposed(payload: Payload): SupportEvent | undefined {
  const repository = repositoryOf(payload);
  const commits = commitsOf(payload);
  return repository && commits && { kind: "commits-proposed", repository, proposed: commits };
}

function commitsOf({ pull_request: pull, repository }: Payload): ProposedCommits | undefined {
  const [head, base] = [pull?.head?.sha, pull?.base?.sha];
  const isOwn = repository?.id !== undefined && pull?.head?.repo?.id === repository.id;
  return isCommitId(head) && isCommitId(base) ? { head, base, isOwn } : undefined;
}
