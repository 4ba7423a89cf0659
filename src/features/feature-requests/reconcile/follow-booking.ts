import type { Booking } from "../../../core/booking.ts";
import { missingAnswers } from "../answers/answers-in-thread.ts";
import type { FeatureRequest, RequestMeeting } from "../feature-request.ts";
import { applyTrigger } from "../states/transitions.ts";
import type { Locale } from "../../../core/language.ts";
import { joined } from "../../../words/compose-text.ts";
import { timeInUtc } from "../../../words/times.ts";

/**
 * The request with its meeting in the slot that is booked for it, or without where that was called off. A meeting that
 * was arranged in words later on is left alone, and so is a request that is decided.
 */
export function followBooking(
  request: FeatureRequest,
  booking: Booking | undefined,
  { now, locale }: { readonly now: Date; readonly locale: Locale },
): FeatureRequest {
  const { meeting } = request;
  const isBooked = booking?.kind === "request" && booking.state !== "cancelled" && booking.state !== "no-show";
  if (!isBooked) return meeting?.slot && meeting.outcome === undefined ? calledOff(request, now) : request;
  if (meeting && !meeting.slot && isLater(meeting, booking)) return request;
  // What was held brings no request back to a meeting that has gone on since.
  if (booking.state !== "booked" && !(request.state === "meeting" && meeting?.slot)) return request;
  const moved = applyTrigger(request, "/meeting", now);
  return moved.state === "meeting" ? { ...moved, meeting: toMeeting(booking, meeting, locale) } : request;
}

/** The request as `/meeting cancel` leaves it: it waits for its decision, or for answers. */
export function calledOff(request: FeatureRequest, now: Date): FeatureRequest {
  const { meeting: _, ...rest } = applyTrigger(request, "/meeting cancel", now);
  return rest.state === "complete" && missingAnswers(rest.answers).length > 0
    ? applyTrigger(rest, "an answer missing", now)
    : rest;
}

function isLater({ at }: RequestMeeting, { bookedAt }: Booking): boolean {
  return at !== undefined && Date.parse(at) > Date.parse(bookedAt);
}

function toMeeting(
  { key, start, end, sessionTitle, hosts, by, bookedAt, state }: Booking,
  before: RequestMeeting | undefined,
  locale: Locale,
): RequestMeeting {
  const isSame = before?.slot?.key === key;
  return {
    when: joined([timeInUtc(new Date(start)), sessionTitle], ", ")(locale),
    by,
    at: bookedAt,
    ...(isSame && before.outcome !== undefined && { outcome: before.outcome }),
    slot: { key, start, end, hosts, isOver: state !== "booked" },
  };
}
