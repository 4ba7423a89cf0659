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
    const slug = payload.discussion?.category?.slug;
    const there = { ...where, ...(typeof slug === "string" && { category: slug }) };

    switch (payload.action) {
      case "created":
        return { kind: "discussion-opened", ...there };
      case "edited":
        return { kind: "discussion-edited", ...there };
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
        return { kind: "discussion-changed", change: payload.action, ...there };
      default:
        return undefined;
    }
  },
};
