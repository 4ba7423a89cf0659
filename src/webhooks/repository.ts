import type { Webhook } from "./webhook.ts";
import { repositoryOf } from "./webhook.ts";

/** A repository we serve changed its name, owner, default branch or visibility, or is gone. */
export const repository: Webhook = {
  name: "repository",

  toEvent(payload) {
    const repository = repositoryOf(payload);
    if (!repository) return undefined;
    switch (payload.action) {
      case "deleted":
        return { kind: "repository-removed", repository };
      case "renamed":
      case "transferred":
      case "edited":
      case "unarchived":
      case "privatized":
      case "publicized":
        return { kind: "repository-added", repository };
      default:
        return undefined;
    }
  },
};
