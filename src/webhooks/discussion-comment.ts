import type { Webhook } from "./webhook.ts";
import { actorOf, isWhole, repositoryOf, toIso, toPerson } from "./webhook.ts";

const kinds = new Map([
  ["created", "comment-added"],
  ["edited", "comment-edited"],
  ["deleted", "comment-deleted"],
] as const);

/** Comments and replies in threads. */
export const discussionComment: Webhook = {
  name: "discussion_comment",

  toEvent(payload) {
    const repository = repositoryOf(payload);
    const number = payload.discussion?.number;
    const id = payload.comment?.node_id;
    const kind = (kinds as ReadonlyMap<string | undefined, "comment-added" | "comment-edited" | "comment-deleted">).get(
      payload.action,
    );
    if (!repository || !isWhole(number) || typeof id !== "string" || !kind) return undefined;
    const body = typeof payload.comment?.body === "string" ? payload.comment.body : "";
    const author = toPerson(payload.comment?.user);
    const at = toIso(payload.comment?.created_at);
    const textAt = toIso(payload.comment?.updated_at);
    const comment = {
      id,
      body,
      ...(author && { author }),
      ...(at !== undefined && { at }),
      ...(textAt !== undefined && { textAt }),
    };
    return { kind, repository, number, actor: actorOf(payload), comment };
  },
};
