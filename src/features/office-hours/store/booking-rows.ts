import type { Kysely, Transaction } from "kysely";
import type { Booking } from "../../../core/booking.ts";
import type { Tables } from "../../../storage/tables.ts";
import type { TakenSlot } from "./booking-records.ts";

/** The feature's own table. What its texts hold is taken on trust: only this store writes them. */
export type BookingTables = {
  bookings: BookingsTable;
};

interface BookingsTable {
  repository: number;
  number: number;
  series: string;
  session: string;
  slot: number;
  state: string;
  /** 1 while its state is `booked`: of those, no two rows have one slot. */
  is_taken: number;
  /** Login in small letters. */
  person: string | null;
  starts_at: number;
  ends_at: number;
  due_at: number | null;
  /** `Booking` */
  record: string;
}

export type AllTables = Tables & BookingTables;

/** What a row holds. */
export function toBooking({ record }: Pick<BookingsTable, "record">): Booking {
  return JSON.parse(record) as Booking;
}

/** A thread's row, and when it is to be looked at. */
export async function findRow(db: Kysely<AllTables>, id: number, number: number) {
  const row = await db
    .selectFrom("bookings")
    .select(["record", "due_at"])
    .where("repository", "=", id)
    .where("number", "=", number)
    .executeTakeFirst();
  return row && { booking: toBooking(row), dueAt: row.due_at === null ? undefined : new Date(row.due_at) };
}

/** Slots that are taken and end after a time, by their start. */
export async function takenAfter(db: Kysely<AllTables>, id: number, from: Date): Promise<readonly TakenSlot[]> {
  const rows = await db
    .selectFrom("bookings")
    .select(["number", "series", "session", "slot", "starts_at", "ends_at"])
    .where("repository", "=", id)
    .where("state", "=", "booked")
    .where("ends_at", ">", from.getTime())
    .orderBy("starts_at")
    .orderBy("number")
    .execute();
  return rows.map(({ starts_at: start, ends_at: end, ...it }) => ({
    ...it,
    start: new Date(start),
    end: new Date(end),
  }));
}

/** How many slots that are to come a draft's person has in other threads. */
export async function countOthers(db: Transaction<AllTables>, id: number, draft: Booking, now: Date): Promise<number> {
  if (draft.for === undefined) return 0;
  const rows = await db
    .selectFrom("bookings")
    .select("number")
    .where("repository", "=", id)
    .where("person", "=", draft.for.toLowerCase())
    .where("is_taken", "=", 1)
    .where("ends_at", ">", now.getTime())
    .where("number", "!=", draft.number)
    .execute();
  return rows.length;
}

/** Whether another thread has the slot of a booking. */
export async function isOthers(db: Transaction<AllTables>, id: number, booking: Booking): Promise<boolean> {
  const row = await db
    .selectFrom("bookings")
    .select("number")
    .where("repository", "=", id)
    .where("series", "=", booking.series)
    .where("session", "=", booking.session)
    .where("slot", "=", booking.slot)
    .where("is_taken", "=", 1)
    .where("number", "!=", booking.number)
    .executeTakeFirst();
  return row !== undefined;
}

/** The booking in the place of the thread's one. */
export async function putRow(
  db: Transaction<AllTables>,
  id: number,
  booking: Booking,
  dueAt: Date | undefined,
): Promise<void> {
  const now = {
    series: booking.series,
    session: booking.session,
    slot: booking.slot,
    state: booking.state,
    is_taken: booking.state === "booked" ? 1 : 0,
    person: booking.for?.toLowerCase() ?? null,
    starts_at: Date.parse(booking.start),
    ends_at: Date.parse(booking.end),
    due_at: dueAt?.getTime() ?? null,
    record: JSON.stringify(booking),
  };
  await db
    .insertInto("bookings")
    .values({ repository: id, number: booking.number, ...now })
    .onConflict((conflict) => conflict.columns(["repository", "number"]).doUpdateSet(now))
    .execute();
}
