import type { Delivery } from "../core/delivery.ts";
import type { SupportEvent } from "../core/event.ts";
import { toEvent } from "../webhooks/index.ts";

/** The name of deliveries that carry an event of our own: ticks and follow-ups. */
export const ownEvent = "frontdesk";

/** What a delivery means to us, if anything. Our own events never come from outside: `accept` sees to that. */
export function toSupportEvent({ name, payload }: Delivery): SupportEvent | undefined {
  return name === ownEvent ? (payload as SupportEvent) : toEvent(name, payload);
}

/** Events from which commands are read. */
export type Commented = Extract<SupportEvent, { readonly kind: "comment-added" | "issue-comment-added" }>;

export function isCommented(event: SupportEvent): event is Commented {
  return event.kind === "comment-added" || event.kind === "issue-comment-added";
}
