import type { Kysely, Transaction } from "kysely";
import type { Booking } from "../../../core/booking.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { StaleError } from "../../../core/errors.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import type { BookingAttempt, BookingRecords, TakenSlot } from "./booking-records.ts";

/** The feature's own table. What its texts hold is taken on trust: only this store writes them. */
type BookingTables = {
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

type AllTables = Tables & BookingTables;

/** Bookings in the database. */
export class BookingStore implements BookingRecords {
  readonly #db: Kysely<AllTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<BookingTables>();
  }

  async findBooking({ id }: RepositoryRef, number: number): Promise<Booking | undefined> {
    return (await findRow(this.#db, id, number))?.booking;
  }

  async bookingDueAt({ id }: RepositoryRef, number: number): Promise<Date | undefined> {
    return (await findRow(this.#db, id, number))?.dueAt;
  }

  async takenSlots({ id }: RepositoryRef, from: Date): Promise<readonly TakenSlot[]> {
    return takenAfter(this.#db, id, from);
  }

  async bookingsAfter({ id }: RepositoryRef, from: Date, limit: number): Promise<readonly Booking[]> {
    const rows = await this.#db
      .selectFrom("bookings")
      .select("record")
      .where("repository", "=", id)
      .where("state", "=", "booked")
      .where("ends_at", ">", from.getTime())
      .orderBy("starts_at")
      .orderBy("number")
      .limit(limit)
      .execute();
    return rows.map(toBooking);
  }

  async bookingsFor({ id }: RepositoryRef, login: string, from: Date): Promise<readonly Booking[]> {
    const rows = await this.#db
      .selectFrom("bookings")
      .select("record")
      .where("repository", "=", id)
      .where("person", "=", login.toLowerCase())
      .where("is_taken", "=", 1)
      .where("ends_at", ">", from.getTime())
      .orderBy("starts_at")
      .orderBy("number")
      .execute();
    return rows.map(toBooking);
  }

  async dueBookings({ id }: RepositoryRef, by: Date, limit: number): Promise<readonly number[]> {
    const rows = await this.#db
      .selectFrom("bookings")
      .select("number")
      .where("repository", "=", id)
      .where("due_at", "<=", by.getTime())
      .orderBy("due_at")
      .orderBy("number")
      .limit(limit)
      .execute();
    return rows.map(({ number }) => number);
  }

  async withoutOutcome({ id }: RepositoryRef, endedBefore: Date, limit: number): Promise<readonly Booking[]> {
    const rows = await this.#db
      .selectFrom("bookings")
      .select("record")
      .where("repository", "=", id)
      .where("state", "=", "over")
      .where("ends_at", "<", endedBefore.getTime())
      .orderBy("ends_at")
      .orderBy("number")
      .limit(limit)
      .execute();
    return rows.map(toBooking);
  }

  async takeSlot(
    { id }: RepositoryRef,
    drafts: readonly Booking[],
    { perPerson, now }: { readonly perPerson?: number; readonly now: Date },
  ): Promise<BookingAttempt> {
    const [first] = drafts;
    if (!first) return { refused: "taken" };
    return this.#db.transaction().execute(async (transaction): Promise<BookingAttempt> => {
      const had = await findRow(transaction, id, first.number);
      if (had?.booking.key === first.key && had.booking.changes === first.changes) return { booked: had.booking };
      if (perPerson !== undefined && (await countOthers(transaction, id, first, now)) >= perPerson) {
        return { refused: "per-person" };
      }
      const earliest = Math.min(...drafts.map(({ start }) => Date.parse(start)));
      const taken = (await takenAfter(transaction, id, new Date(earliest))).filter((it) => it.number !== first.number);
      const free = drafts.find((draft) => !taken.some((it) => isInTheWay(it, draft)));
      if (!free) return { refused: "taken" };
      await putRow(transaction, id, free, now);
      return { booked: free };
    });
  }

  async keepBooking({ id }: RepositoryRef, booking: Booking, dueAt: Date | undefined): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      if (booking.state === "booked" && (await isOthers(transaction, id, booking))) {
        throw new StaleError(`another thread has slot ${booking.slot} of ${booking.series} ${booking.session}`);
      }
      await putRow(transaction, id, booking, dueAt);
    });
  }

  async forgetBooking({ id }: RepositoryRef, number: number): Promise<void> {
    await this.#db.deleteFrom("bookings").where("repository", "=", id).where("number", "=", number).execute();
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await this.#db.deleteFrom("bookings").where("repository", "=", id).execute();
  }
}

function toBooking({ record }: Pick<BookingsTable, "record">): Booking {
  return JSON.parse(record) as Booking;
}

async function findRow(db: Kysely<AllTables>, id: number, number: number) {
  const row = await db
    .selectFrom("bookings")
    .select(["record", "due_at"])
    .where("repository", "=", id)
    .where("number", "=", number)
    .executeTakeFirst();
  return row && { booking: toBooking(row), dueAt: row.due_at === null ? undefined : new Date(row.due_at) };
}

async function takenAfter(db: Kysely<AllTables>, id: number, from: Date): Promise<readonly TakenSlot[]> {
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
async function countOthers(db: Transaction<AllTables>, id: number, draft: Booking, now: Date): Promise<number> {
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

async function isOthers(db: Transaction<AllTables>, id: number, booking: Booking): Promise<boolean> {
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

/** Whether it is the slot that is wanted, or one of the same series at an overlapping time, as an older config had it. */
function isInTheWay(taken: TakenSlot, draft: Booking): boolean {
  if (taken.series !== draft.series) return false;
  if (taken.session === draft.session && taken.slot === draft.slot) return true;
  return taken.start.getTime() < Date.parse(draft.end) && Date.parse(draft.start) < taken.end.getTime();
}

async function putRow(
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
