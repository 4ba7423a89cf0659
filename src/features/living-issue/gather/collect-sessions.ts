import type { Booking } from "../../../core/booking.ts";
import { dayMs } from "../../../core/clock.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { ListedSession } from "../lists.ts";
import type { BookingLists, ListedRequest } from "../reads.ts";

/** What is read of the sessions of a repository. */
export interface SessionBookings {
  /** Of office hours, over for more than a day, without an outcome. */
  readonly over: readonly Booking[];
  /** Still to come, and nobody is named who holds them. */
  readonly withoutHost: readonly Booking[];
}

/** Hosts have a day to write down what came of it. By our own records alone. */
export async function collectBookings(
  repository: RepositoryRef,
  bookings: BookingLists,
  now: Date,
  limit: number,
): Promise<SessionBookings> {
  const [over, coming] = await Promise.all([
    bookings.withoutOutcome(repository, new Date(now.getTime() - dayMs), limit),
    bookings.bookingsAfter(repository, now, limit),
  ]);
  return {
    // What came of a meeting is listed by its request.
    over: over.filter(({ kind }) => kind === "office-hours"),
    withoutHost: coming.filter(({ hosts }) => hosts.length === 0),
  };
}

export function toSession({ number, title, url, start, hosts }: Booking): ListedSession {
  return { number, title, url, at: new Date(start), hosts };
}

/** A meeting that a request waits for, and whose outcome nobody has written. */
export function toMeeting({ request: { number, title, url, meeting } }: ListedRequest): ListedSession {
  const slot = meeting?.slot;
  const when = slot ? { at: new Date(slot.start), hosts: slot.hosts } : { when: meeting?.when ?? "" };
  return { number, title, url, ...when, awaitsDecision: meeting !== undefined && endOf(meeting) !== undefined };
}

/** One that is written as a time and is still to come needs no outcome yet. Words are taken for the past. */
export function isWithoutOutcome({ request: { state, meeting } }: ListedRequest, now: Date): boolean {
  if (state !== "meeting" || !meeting || meeting.outcome !== undefined) return false;
  const end = endOf(meeting);
  return end === undefined || end <= now.getTime();
}

/** In milliseconds; undefined where it is written in words. */
function endOf({ when, slot }: NonNullable<ListedRequest["request"]["meeting"]>): number | undefined {
  const at = Date.parse(slot?.end ?? /^\d{4}-\d{2}-\d{2}\S*/u.exec(when)?.[0] ?? "");
  return Number.isNaN(at) ? undefined : at;
}
