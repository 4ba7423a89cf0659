import type { SupportEvent } from "../core/event.ts";
import type { Payload, Webhook } from "./webhook.ts";
import { actorOf, isWhole, repositoryOf, toIso, toPerson } from "./webhook.ts";

/** Threads opened, edited, answered, closed, moved and removed. */
export const discussion: Webhook = {
  name: "discussion",

  toEvent(payload) {
    const repository = repositoryOf(payload);
    const number = payload.discussion?.number;
    if (!repository || !isWhole(number)) return undefined;
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
function whenAndWhy(payload: Payload): { readonly at?: string; readonly reason?: string; readonly answer?: Answer } {
  const { discussion: it } = payload;
  const at = toIso((payload.action === "answered" ? it?.answer_chosen_at : undefined) ?? it?.updated_at);
  const reason = it?.state_reason;
  const answer = answerOf(payload);
  return {
    ...(at !== undefined && { at }),
    ...(typeof reason === "string" && { reason }),
    ...(answer && { answer }),
  };
}

type Answer = NonNullable<Extract<SupportEvent, { readonly kind: "discussion-changed" }>["answer"]>;

/** `answered` names the answer, `unanswered` the one that it was. */
function answerOf({ answer, old_answer: oldAnswer }: Payload): Answer | undefined {
  const it = answer ?? oldAnswer;
  const author = toPerson(it?.user);
  return typeof it?.node_id === "string" ? { id: it.node_id, ...(author && { author }) } : undefined;
}
