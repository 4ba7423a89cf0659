import type { Booking } from "../../../core/booking.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { TimedSlot } from "../slots/is-in-the-way.ts";

/** A slot that a thread has. */
export interface TakenSlot extends TimedSlot {
  /** Of the discussion. */
  readonly number: number;
}

/** Stored bookings, for reading. */
export interface BookingReads {
  /** The latest booking of a thread, by the discussion's number. */
  findBooking(repository: RepositoryRef, number: number): Promise<Booking | undefined>;
  /** The latest booking of each thread that had one, by the number of the discussion. */
  allBookings(repository: RepositoryRef): Promise<readonly Booking[]>;
  /** When a thread's booking is to be looked at next; undefined where nothing is due. */
  bookingDueAt(repository: RepositoryRef, number: number): Promise<Date | undefined>;
  /** Slots that are taken and end after `from`, by their start. */
  takenSlots(repository: RepositoryRef, from: Date): Promise<readonly TakenSlot[]>;
  /** Bookings in state `booked` that end after `from`, by their start. */
  bookingsAfter(repository: RepositoryRef, from: Date, limit: number): Promise<readonly Booking[]>;
  /** The same of one person, in all threads. Logins are the same in capitals and small letters. */
  bookingsFor(repository: RepositoryRef, login: string, from: Date): Promise<readonly Booking[]>;
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
   * Takes the first of these slots that is free, in one transaction, in the place of what the thread had. A slot is free
   * while no other thread has it, nor one of its series at an overlapping time. The draft that comes with it is kept as
   * it is, and is to be looked at at once. Repeated with the same `key` and `changes` it answers with what it took.
   * `perPerson` counts bookings of `for` that are to come in other threads; missing: no limit.
   */
  takeSlot(
    repository: RepositoryRef,
    drafts: readonly Booking[],
    limits: { readonly perPerson?: number; readonly now: Date },
  ): Promise<BookingAttempt>;
  /**
   * The booking in the place of the thread's one, with the same slot or none; `dueAt`: when to look at it next. Rejects
   * with a `StaleError` where another thread has its slot.
   */
  keepBooking(repository: RepositoryRef, booking: Booking, dueAt: Date | undefined): Promise<void>;
  forgetBooking(repository: RepositoryRef, number: number): Promise<void>;
  forgetRepository(repository: Pick<RepositoryRef, "id">): Promise<void>;
}
