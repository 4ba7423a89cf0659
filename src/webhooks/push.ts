import type { Webhook } from "./webhook.ts";
import { repositoryOf } from "./webhook.ts";

/**
 * The default branch moved. What changed is found by comparing trees, not from `commits[]`, which stops at
 * 2,048 entries and misleads after a forced push: https://docs.github.com/en/webhooks/webhook-events-and-payloads#push
 */
export const push: Webhook = {
  name: "push",

  toEvent(payload) {
    const repository = repositoryOf(payload);
    const branch = payload.repository?.default_branch;
    if (!repository || !branch || payload.ref !== `refs/heads/${branch}`) return undefined;
    if (payload.deleted || typeof payload.after !== "string") return undefined;
    return { kind: "default-branch-moved", repository, head: payload.after };
  },
};
