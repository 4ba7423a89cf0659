import type { Booking, CancelReason } from "../../../core/booking.ts";
import type { Session } from "../../../sessions/session.ts";
import type { SlotOfBooking } from "../actions/keep-bookings.ts";
import { isFree, toSlotOfBooking, type SlotChoice } from "../slots/choice.ts";
import { localTime } from "../slots/local-time.ts";
import type { TakenSlot } from "../store/booking-records.ts";

/** What a booking follows from. */
export interface BookingWorld {
  /** Of its series, as the config in force has them. */
  readonly sessions: readonly Session[];
  readonly taken: readonly TakenSlot[];
  readonly isClosed: boolean;
  /** Whether what it was about is decided, for a meeting about a feature request. */
  readonly isDecided: boolean;
  /** Whether somebody has called it off. */
  readonly isCancelled: boolean;
  readonly now: Date;
}

/** What a booking should be. */
export type Review =
  | { readonly is: "kept" }
  | { readonly is: "over" }
  | { readonly is: "done" }
  | { readonly is: "called-off"; readonly because: CancelReason }
  /** Its slot is at another time. */
  | { readonly is: "moved"; readonly to: SlotOfBooking }
  /** Its slot is no more, and these can take its place, the best first. */
  | { readonly is: "elsewhere"; readonly to: readonly SlotOfBooking[] };

/**
 * Compares a booking with the config and the thread as they are now. From the start of its slot on it stays what it was:
 * a config that forgets what is past takes nothing away.
 */
export function compareBooking(booking: Booking, world: BookingWorld): Review {
  const { now, isDecided, isCancelled, isClosed } = world;
  if (booking.state === "over" && booking.kind === "request" && isDecided) return { is: "done" };
  if (booking.state !== "booked") return { is: "kept" };
  if (isCancelled && now.getTime() < Date.parse(booking.end)) return { is: "called-off", because: "asked" };
  if (Date.parse(booking.end) <= now.getTime()) return { is: "over" };
  if (Date.parse(booking.start) <= now.getTime()) return { is: "kept" };
  if (isClosed) return { is: "called-off", because: "thread-closed" };
  const session = world.sessions.find(({ key }) => key === booking.session);
  return session ? inSession(booking, session, world) : withoutSession(booking, world);
}

function inSession(booking: Booking, session: Session, { taken, now }: BookingWorld): Review {
  const slot = session.slots[booking.slot];
  if (!slot) {
    const to = freeIn([session], booking, { taken, now });
    return to.length > 0 ? { is: "elsewhere", to } : { is: "called-off", because: "session-full" };
  }
  // A session that was moved into the past cannot be gone to.
  if (slot.end <= now) return { is: "called-off", because: "session-cancelled" };
  const to = toSlotOfBooking({ session, slot });
  return to.start === booking.start && to.end === booking.end ? { is: "kept" } : { is: "moved", to };
}

/** A series whose time was changed has other sessions on the same days: the booking goes along. */
function withoutSession(booking: Booking, { sessions, taken, now }: BookingWorld): Review {
  const day = localTime(new Date(booking.start), booking.timeZone).slice(0, 10);
  const sameDay = sessions.filter(({ start, timeZone }) => localTime(start, timeZone).startsWith(day));
  const to = freeIn(sameDay, booking, { taken, now });
  return to.length > 0 ? { is: "elsewhere", to } : { is: "called-off", because: "session-cancelled" };
}

/** Free slots that are to come: the one of the same index first, then by their start. */
function freeIn(
  sessions: readonly Session[],
  booking: Booking,
  { taken, now }: Pick<BookingWorld, "taken" | "now">,
): readonly SlotOfBooking[] {
  const choices: readonly SlotChoice[] = sessions.flatMap((session) =>
    session.slots.map((slot) => ({ session, slot })),
  );
  const free = choices.filter((it) => it.slot.start > now && isFree(it, taken, booking.number));
  const isSame = ({ slot }: SlotChoice) => slot.index === booking.slot;
  return [...free.filter(isSame), ...free.filter((it) => !isSame(it))].map(toSlotOfBooking);
}
