import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import type { Booking } from "../../../core/booking.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { StaleError } from "../../../core/errors.ts";
import { threadName } from "../../../core/repository-name.ts";
import type { BookingRecords } from "../store/booking-records.ts";

/** What the actions about bookings write beside what all may. */
export interface BookingWrites extends Writes {
  readonly bookings: BookingRecords;
}

/** The part of a booking that follows from its slot. */
export type SlotOfBooking = Pick<
  Booking,
  "series" | "sessionTitle" | "session" | "slot" | "start" | "end" | "timeZone" | "hosts"
>;

/** Give a thread the first of these slots that is free, in the place of the one it has. */
export interface TakeSlot {
  readonly do: "take-slot";
  readonly repository: RepositoryRef;
  readonly booking: Omit<Booking, keyof SlotOfBooking>;
  readonly slots: readonly SlotOfBooking[];
  /** How many slots to come its asker may have; missing: any number. */
  readonly perPerson?: number;
}

/** Remember a booking as it is now, and when to look at it next (ISO 8601; never where missing). */
export interface KeepBooking {
  readonly do: "keep-booking";
  readonly repository: RepositoryRef;
  readonly booking: Booking;
  readonly dueAt?: string;
}

/** Forget the booking of a thread that is gone: its slot is free. */
export interface ForgetBooking {
  readonly do: "forget-booking";
  readonly repository: RepositoryRef;
  readonly number: number;
}

/** Where none of the slots is left, or their person took another one meanwhile, it is decided anew by what holds then. */
export const takeSlot: ActionKind<TakeSlot, BookingWrites> = {
  async perform({ repository, booking, slots, perPerson }, { bookings, clock }) {
    const drafts = slots.map((slot) => ({ ...booking, ...slot }));
    const limits = { now: clock(), ...(perPerson !== undefined && { perPerson }) };
    const attempt = await bookings.takeSlot(repository, drafts, limits);
    if ("refused" in attempt) throw new StaleError(`no slot for #${booking.number}: ${attempt.refused}`);
  },
  describe: ({ repository, booking: { number }, slots: [first, ...more] }) =>
    `take slot ${first?.slot ?? 0} of ${first?.series ?? "no series"} ${first?.session ?? ""} for ${threadName({ repository, number })}${more.length > 0 ? `, or one of ${more.length} others` : ""}`,
};

export const keepBooking: ActionKind<KeepBooking, BookingWrites> = {
  perform: ({ repository, booking, dueAt }, { bookings }) =>
    bookings.keepBooking(repository, booking, dueAt === undefined ? undefined : new Date(dueAt)),
  describe: ({ repository, booking: { number, series, session, state } }) =>
    `the booking of ${threadName({ repository, number })} in ${series} ${session} is ${state}`,
};

export const forgetBooking: ActionKind<ForgetBooking, BookingWrites> = {
  perform: ({ repository, number }, { bookings }) => bookings.forgetBooking(repository, number),
  describe: (action) => `forget the booking of ${threadName(action)}`,
};
