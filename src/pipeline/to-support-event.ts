import type { Delivery } from "../core/delivery.ts";
import type { SupportEvent } from "../core/event.ts";
import { toEvent } from "../webhooks/index.ts";

/** The name of deliveries that carry an event of our own: ticks and follow-ups. */
export const ownEvent = "frontdesk";

/** What a delivery means to us, if anything. Our own events never come from outside: `accept` sees to that. */
export function toSupportEvent({ name, payload }: Delivery): SupportEvent | undefined {
  return name === ownEvent ? (payload as SupportEvent) : toEvent(name, payload);
}
