import type { Session, Slot } from "../../../sessions/session.ts";
import type { SlotOfBooking } from "../actions/keep-bookings.ts";
import { isInTheWay } from "./is-in-the-way.ts";
import type { TakenSlot } from "../store/booking-records.ts";

/** A slot with the session that it is a part of. */
export interface SlotChoice {
  readonly session: Session;
  readonly slot: Slot;
}

/** Between which times a slot has to start to be booked now. */
export interface BookingWindow {
  readonly from: Date;
  readonly until: Date;
}

/** All slots of these sessions, by their start. */
export function slotsOf(sessions: readonly Session[]): readonly SlotChoice[] {
  return sessions
    .flatMap((session) => session.slots.map((slot) => ({ session, slot })))
    .toSorted((a, b) => a.slot.start.getTime() - b.slot.start.getTime());
}

/** Whether a slot starts within the window. */
export function isWithin({ slot: { start } }: SlotChoice, { from, until }: BookingWindow): boolean {
  return start.getTime() >= from.getTime() && start.getTime() <= until.getTime();
}

/** Whether no other thread has the slot, or its time in the same series. */
export function isFree({ session, slot }: SlotChoice, taken: readonly TakenSlot[], number?: number): boolean {
  const wanted = { series: session.series, session: session.key, slot: slot.index, start: slot.start, end: slot.end };
  return !taken.some((it) => it.number !== number && isInTheWay(it, wanted));
}

/** What a booking of this slot says of it. */
export function toSlotOfBooking({ session, slot }: SlotChoice): SlotOfBooking {
  const { series, title: sessionTitle, key, timeZone, hosts } = session;
  const [start, end] = [slot.start.toISOString(), slot.end.toISOString()];
  return { series, sessionTitle, session: key, slot: slot.index, start, end, timeZone, hosts };
}
