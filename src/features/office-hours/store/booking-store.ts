import type { Kysely } from "kysely";
import type { Booking } from "../../../core/booking.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { StaleError } from "../../../core/errors.ts";
import type { Database } from "../../../storage/open-database.ts";
import { isInTheWay, type TimedSlot } from "../slots/is-in-the-way.ts";
import type { BookingAttempt, BookingRecords, TakenSlot } from "./booking-records.ts";
import {
  countOthers,
  findRow,
  isOthers,
  putRow,
  takenAfter,
  toBooking,
  type AllTables,
  type BookingTables,
} from "./booking-rows.ts";
import { inTurn } from "../../../storage/in-turn.ts";

/** Bookings in the database. */
export class BookingStore implements BookingRecords {
  readonly #db: Kysely<AllTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<BookingTables>();
  }

  async findBooking({ id }: RepositoryRef, number: number): Promise<Booking | undefined> {
    return (await findRow(this.#db, id, number))?.booking;
  }

  async allBookings({ id }: RepositoryRef): Promise<readonly Booking[]> {
    const rows = await this.#db
      .selectFrom("bookings")
      .select("record")
      .where("repository", "=", id)
      .orderBy("number")
      .execute();
    return rows.map(toBooking);
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
    return inTurn(this.#db, id, async (transaction): Promise<BookingAttempt> => {
      const had = await findRow(transaction, id, first.number);
      if (had?.booking.key === first.key && had.booking.changes === first.changes) return { booked: had.booking };
      if (perPerson !== undefined && (await countOthers(transaction, id, first, now)) >= perPerson) {
        return { refused: "per-person" };
      }
      const earliest = Math.min(...drafts.map(({ start }) => Date.parse(start)));
      const taken = (await takenAfter(transaction, id, new Date(earliest))).filter((it) => it.number !== first.number);
      const free = drafts.find((draft) => !taken.some((it) => isInTheWay(it, timedSlot(draft))));
      if (!free) return { refused: "taken" };
      await putRow(transaction, id, free, now);
      return { booked: free };
    });
  }

  async keepBooking({ id }: RepositoryRef, booking: Booking, dueAt: Date | undefined): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
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

function timedSlot({ start, end, ...slot }: Booking): TimedSlot {
  return { ...slot, start: new Date(start), end: new Date(end) };
}
