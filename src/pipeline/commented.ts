import type { SupportEvent } from "../core/event.ts";

/** Events from which commands are read. */
export type Commented = Extract<SupportEvent, { readonly kind: "comment-added" | "issue-comment-added" }>;

export function isCommented(event: SupportEvent): event is Commented {
  return event.kind === "comment-added" || event.kind === "issue-comment-added";
}
