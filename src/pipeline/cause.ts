import type { Delivery } from "../core/delivery.ts";
import { isCommented } from "./commented.ts";
import { toSupportEvent } from "./to-support-event.ts";

/** Deliveries are kept for fourteen days, and what they tell of is known again that long; GitHub keeps them for three. */
const oldestNewsMs = 13 * 24 * 60 * 60 * 1000;

/**
 * What a webhook tells of that happens only once: a comment is written one time, and its commands are obeyed one time.
 * The same again, under another delivery id, comes from somebody who kept a signed body; GitHub itself sends again under
 * the same id: https://docs.github.com/en/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks
 *
 * Nothing else is told apart so. Two true deliveries can have the same body, such as a label put on, taken off and put
 * on within a second; and all others have us look at what is there now, which is the same when done twice.
 */
export function causeOf(delivery: Delivery): string | undefined {
  const event = toSupportEvent(delivery);
  return event && isCommented(event) ? `comment:${event.comment.id}` : undefined;
}

/** Whether a comment that is told as new was written so long ago that nobody would know it again. */
export function isOldNews({ payload }: Delivery, now: Date): boolean {
  const { comment } = Object(payload) as Readonly<Record<string, unknown>>;
  const { created_at: createdAt } = Object(comment) as { readonly created_at?: unknown };
  return typeof createdAt === "string" && Date.parse(createdAt) < now.getTime() - oldestNewsMs;
}
