import type { Webhook } from "./webhook.ts";
import { isWhole, repositoryOf } from "./webhook.ts";

/**
 * A milestone was edited (its title or day), closed, opened again or deleted. A new one concerns nothing yet; issues
 * that come to it or leave it are told by `issues`.
 */
export const milestone: Webhook = {
  name: "milestone",

  toEvent(payload) {
    const repository = repositoryOf(payload);
    const number = payload.milestone?.number;
    if (!repository || !isWhole(number)) return undefined;
    switch (payload.action) {
      case "edited":
      case "closed":
      case "opened":
      case "deleted":
        return { kind: "milestone-changed", repository, milestone: number };
      default:
        return undefined;
    }
  },
};
