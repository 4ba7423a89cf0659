import type { Delivery } from "../core/delivery.ts";
import type { SupportEvent } from "../core/event.ts";
import type { Inbox } from "../core/inbox.ts";
import type { Clock } from "../core/clock.ts";
import { causeOf, isOldNews, toQueuePosition } from "./queue-position.ts";
import { ownEvent, toSupportEvent } from "./to-support-event.ts";

/** What becomes of events that we do not understand. */
const meansNothing = "nothing: this event means nothing to us";
const tooOld = "nothing: the comment it tells of as new is weeks old";

export interface AcceptDeps {
  readonly inbox: Inbox;
  readonly clock: Clock;
  /** Tells the worker that there is something to do. */
  readonly wake: () => void;
}

/** Write a webhook down, durably, before anybody is told that it arrived. False: it had come before. */
export async function acceptWebhook(delivery: Delivery, deps: AcceptDeps): Promise<boolean> {
  // GitHub has no such event; whoever sends one must not pass for us.
  const name = delivery.name === ownEvent ? `github:${ownEvent}` : delivery.name;
  return accept({ ...delivery, name }, deps);
}

/** Put an event of our own into the same line. The id is made from its cause: accepted twice is once. */
export async function acceptEvent(id: string, event: SupportEvent, deps: AcceptDeps): Promise<boolean> {
  return accept({ id, name: ownEvent, payload: event }, deps);
}

async function accept(delivery: Delivery, { inbox, clock, wake }: AcceptDeps): Promise<boolean> {
  const event = toSupportEvent(delivery);
  // Most of GitHub's events mean nothing to us: they are written down once, and never put in line.
  const isTooOld = causeOf(delivery) !== undefined && isOldNews(delivery, clock());
  const outcome = !event ? meansNothing : isTooOld ? tooOld : undefined;
  const isNew = await inbox.accept(delivery, toQueuePosition(delivery, event), clock(), outcome);
  if (isNew && event) wake();
  return isNew;
}
