import type { Booking } from "../../../core/booking.ts";
import { dayMs } from "../../../core/clock.ts";
import type { Thread } from "../../../core/discussion.ts";
import type { Session } from "../../../sessions/session.ts";
import { fnv1a } from "../../../text/fnv.ts";
import type { OfficeHoursConfig } from "../config.ts";
import { preparedIn, type PrepareItem } from "../prepare/prepare-items.ts";
import type { Review } from "./compare-booking.ts";

interface Known {
  readonly thread: Thread;
  /** The session of the booking, as the config in force has it. */
  readonly session: Session | undefined;
  /** Logins of its hosts who may triage. */
  readonly hosts: readonly string[];
  readonly config: OfficeHoursConfig;
}

/** A booking as it should be, by its review, with what the thread and the session are called now. */
export function nextBooking(
  booking: Booking,
  review: Exclude<Review, { readonly is: "elsewhere" }>,
  known: Known,
): Booking {
  switch (review.is) {
    case "kept":
      return booking.state === "booked" ? refreshed(booking, known) : booking;
    case "moved": {
      const moved = lastKnown(booking);
      return refreshed({ ...booking, ...review.to, changes: booking.changes + 1, moved, isUntold: true }, known);
    }
    case "called-off": {
      const isBySession = review.because === "session-cancelled" || review.because === "session-full";
      return { ...booking, state: "cancelled", cancelled: review.because, ...(isBySession && { isUntold: true }) };
    }
    default:
      return { ...booking, state: review.is };
  }
}

/** The times of which whoever asked knows: those before the first change that they are still to be told of. */
export function lastKnown({ start, end, moved, isUntold }: Booking): NonNullable<Booking["moved"]> {
  return isUntold && moved ? moved : { from: start, to: end };
}

function refreshed(booking: Booking, { thread, session, hosts, config }: Known): Booking {
  const { for: _, ...rest } = booking;
  const prepared = booking.kind === "request" ? booking.prepared : preparedIn(thread, config.prepare);
  return {
    ...rest,
    title: thread.title,
    url: thread.url,
    ...(thread.author && { for: thread.author.login }),
    prepared,
    // While it goes on, a config that forgets it takes no host away.
    ...(session && { sessionTitle: session.title, hosts, shown: digestOf(session, config.prepare) }),
  };
}

/** Digest of what a thread is shown of its session. */
export function digestOf(
  { title, timeZone, hosts, link, languages, topics }: Session,
  items: readonly PrepareItem[],
): string {
  return fnv1a(JSON.stringify([title, timeZone, hosts, link, languages, topics, items])).toString(36);
}

/**
 * When to look at a booking again if nothing happens: a day before, since a host may be another one by then, and after.
 * Whoever is still to be told of a change is tried once a day, until its time has passed.
 */
export function nextLook({ state, start, end, isUntold }: Booking, now: Date): Date | undefined {
  const isTried = isUntold && Date.parse(start) > now.getTime();
  const tries = isTried ? [now.getTime() + dayMs] : [];
  const times = state === "booked" ? [Date.parse(start) - dayMs, Date.parse(end)] : [];
  const toCome = [...tries, ...times].filter((it) => it > now.getTime());
  return toCome.length === 0 ? undefined : new Date(Math.min(...toCome));
}
