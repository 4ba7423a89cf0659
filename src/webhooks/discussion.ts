import type { Webhook } from "./webhook.ts";
import { actorOf, repositoryOf } from "./webhook.ts";

/** Threads opened, edited, answered, closed, moved and removed. */
export const discussion: Webhook = {
  name: "discussion",

  toEvent(payload) {
    const repository = repositoryOf(payload);
    const number = payload.discussion?.number;
    if (!repository || typeof number !== "number") return undefined;
    const where = { repository, number, actor: actorOf(payload) };

    switch (payload.action) {
      case "created":
        return { kind: "discussion-opened", ...where };
      case "edited":
        return { kind: "discussion-edited", ...where };
      case "deleted":
      case "transferred":
        return { kind: "discussion-removed", ...where };
      case "answered":
      case "unanswered":
      case "category_changed":
      case "closed":
      case "reopened":
      case "labeled":
      case "unlabeled":
      case "locked":
      case "unlocked":
        return { kind: "discussion-changed", change: payload.action, ...where };
      default:
        return undefined;
    }
  },
};
