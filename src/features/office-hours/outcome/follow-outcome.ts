import type { Booking } from "../../../core/booking.ts";
import type { Thread } from "../../../core/discussion.ts";
import type { SupportEvent } from "../../../core/event.ts";
import { saidIn } from "../../../text/without-commands.ts";
import { outcomeText } from "./outcome-text.ts";

/** Whether an event is about the comment that is the outcome of a session. */
export function isOfOutcome(event: SupportEvent, { kind, outcome }: Booking): boolean {
  const isChange = event.kind === "comment-edited" || event.kind === "comment-deleted";
  return isChange && kind === "office-hours" && outcome?.comment === event.comment.id;
}

/**
 * The booking with its outcome as it is now: what somebody told of a request's meeting, or what the comment says after
 * an edit. Without words, or deleted, it is asked for again.
 */
export function followOutcome(event: SupportEvent, booking: Booking, thread: Thread | undefined): Booking {
  if (event.kind === "follow-booking" && event.outcome) {
    const isOpen = booking.state === "booked" || booking.state === "over" || booking.state === "done";
    return isOpen ? { ...booking, state: "done", outcome: event.outcome } : booking;
  }
  const { outcome, ...rest } = booking;
  if (!outcome || !isOfOutcome(event, booking)) return booking;
  const comment =
    event.kind === "comment-deleted" ? undefined : thread?.comments.find(({ id }) => id === outcome.comment);
  const text = comment && outcomeText(saidIn(comment.body));
  if (text === undefined) return { ...rest, state: "over" };
  return text === outcome.text ? booking : { ...booking, outcome: { ...outcome, text } };
}
