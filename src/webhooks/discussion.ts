import type { Payload, Webhook } from "./webhook.ts";
import { actorOf, repositoryOf, toIso } from "./webhook.ts";

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
      case "pinned":
      case "unpinned":
        return { kind: "discussion-changed", change: payload.action, ...there, ...whenAndWhy(payload) };
      default:
        return undefined;
    }
  },
};

/** The payload shows the discussion as it was when this happened, so its last change is this one. */
function whenAndWhy({ discussion: it }: Payload): { readonly at?: string; readonly reason?: string } {
  const at = toIso(it?.updated_at);
  const reason = it?.state_reason;
  return { ...(at !== undefined && { at }), ...(typeof reason === "string" && { reason }) };
}
