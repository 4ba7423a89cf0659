import type { Booking } from "../../../core/booking.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { SlotRef } from "../../../sessions/session.ts";

/** Stored bookings, for reading. */
export interface BookingReads {
  /** The latest booking of a thread, by the discussion's number. */
  findBooking(repository: RepositoryRef, number: number): Promise<Booking | undefined>;
  /** Slots that are taken in sessions that end after `from`, by their start. */
  takenSlots(repository: RepositoryRef, from: Date): Promise<readonly (SlotRef & { readonly number: number })[]>;
  /** Bookings in state `booked` that end after `from`, by their start. */
  bookingsAfter(repository: RepositoryRef, from: Date, limit: number): Promise<readonly Booking[]>;
  /** Numbers of threads whose booking is to be looked at by then, longest due first. By an index alone. */
  dueBookings(repository: RepositoryRef, by: Date, limit: number): Promise<readonly number[]>;
  /** Bookings whose session is over since before then and whose outcome nobody has written, longest over first. */
  withoutOutcome(repository: RepositoryRef, endedBefore: Date, limit: number): Promise<readonly Booking[]>;
}

/** What became of an attempt to take a slot: the booking, or that all wanted slots were taken, or that the person has enough. */
export type BookingAttempt = { readonly booked: Booking } | { readonly refused: "taken" | "per-person" };

/** The same for writing. Writing the same twice is writing it once. */
export interface BookingRecords extends BookingReads {
  /**
   * Takes the first of these slots that is free, in one transaction, in the place of what the thread had. The draft that
   * comes with a slot is kept as it is. Repeated with the same `key` it answers with what it took. `perPerson` counts
   * bookings of `for` that are to come in other threads; missing: no limit.
   */
  takeSlot(
    repository: RepositoryRef,
    drafts: readonly Booking[],
    limits: { readonly perPerson?: number; readonly now: Date },
  ): Promise<BookingAttempt>;
  /** The booking in the place of the thread's one, with the same slot or none; `dueAt`: when to look at it next. */
  keepBooking(repository: RepositoryRef, booking: Booking, dueAt: Date | undefined): Promise<void>;
  forgetBooking(repository: RepositoryRef, number: number): Promise<void>;
  forgetRepository(repository: Pick<RepositoryRef, "id">): Promise<void>;
}
