import type { Webhook } from "./webhook.ts";
import { isWhole, repositoryOf } from "./webhook.ts";

/**
 * Pull requests that end or begin anew; which of them are ours is told by their branch. Those from forks are nobody's
 * but their authors'.
 */
export const pullRequest: Webhook = {
  name: "pull_request",

  toEvent(payload) {
    const repository = repositoryOf(payload);
    const pull = payload.pull_request;
    const branch = pull?.head?.ref;
    if (!repository || !isWhole(pull?.number) || typeof branch !== "string") return undefined;
    if (pull.head?.repo?.id !== repository.id) return undefined;
    switch (payload.action) {
      case "closed":
      case "reopened":
        return { kind: "pull-request-changed", repository, number: pull.number, branch };
      default:
        return undefined;
    }
  },
};
