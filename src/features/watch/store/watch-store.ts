import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { ReckonedClocks } from "../../../core/reckoned-clock.ts";
import type { ThreadStatus, WatchedThread } from "../../../core/thread-status.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import type { Watched } from "../watched.ts";
import type { CalendarFiles } from "../clocks/calendars-in-force.ts";
import { off, type Page, type WatchReads, type WatchRecords } from "./watch-records.ts";
import { fromRecord, toRecord } from "../watched-record.ts";
import { inTurn } from "../../../storage/in-turn.ts";

/** The feature's own tables. What its texts hold is taken on trust: only this store writes them. */
type WatchTables = {
  watched_threads: WatchedThreadsTable;
  watches: { repository: number; since: number; digest: string };
  calendar_files: { repository: number; path: string; text: string | null };
};

interface WatchedThreadsTable {
  repository: number;
  number: number;
  status: ThreadStatus;
  since: number;
  /** Of the running clock that is due first; `never` where none runs, which sorts last in every database. */
  due_at: number;
  near_at: number;
  look_at: number;
  /** When the last target that was missed was due; 0 for none. */
  breached_at: number;
  digest: string;
  /** `Watched`, with its times as ISO 8601. */
  record: string;
}

/** The last moment that a `Date` can be. */
const never = 8_640_000_000_000_000;

/** Watched threads in the database. Writing the same twice is writing it once. */
export class WatchStore implements WatchRecords {
  readonly #db: Kysely<Tables & WatchTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<WatchTables>();
  }

  async watchedThreads(
    { id }: RepositoryRef,
    { status, dueBefore, breachedSince, limit }: Parameters<WatchReads["watchedThreads"]>[1],
  ): Promise<readonly WatchedThread[]> {
    if (!(await this.#isOn(id))) return [];
    let query = this.#db
      .selectFrom("watched_threads")
      .select("record")
      .where("repository", "=", id)
      .orderBy("due_at")
      .orderBy("since")
      .orderBy("number")
      .limit(limit);
    if (status) query = query.where("status", "in", [...status]);
    if (dueBefore) query = query.where("near_at", "<", dueBefore.getTime());
    if (breachedSince) query = query.where("breached_at", ">=", breachedSince.getTime());
    return (await query.execute()).map(({ record }) => fromRecord(record).thread);
  }

  async reckonedAfter({ id }: RepositoryRef, number: number, limit: number): Promise<readonly ReckonedClocks[]> {
    if (!(await this.#isOn(id))) return [];
    const rows = await this.#db
      .selectFrom("watched_threads")
      .select("record")
      .where("repository", "=", id)
      .where("number", ">", number)
      .orderBy("number")
      .limit(limit)
      .execute();
    return rows.map(({ record }) => {
      const { thread, clocks = [] } = fromRecord(record);
      return { number: thread.number, priority: thread.priority, status: thread.state.status, clocks };
    });
  }

  async findWatched(repository: RepositoryRef, number: number): Promise<WatchedThread | undefined> {
    if (!(await this.#isOn(repository.id))) return undefined;
    return (await this.findWatch(repository, number))?.thread;
  }

  async findWatch({ id }: RepositoryRef, number: number): Promise<Watched | undefined> {
    const row = await this.#db
      .selectFrom("watched_threads")
      .select(["record", "digest"])
      .where("repository", "=", id)
      .where("number", "=", number)
      .executeTakeFirst();
    return row && { ...fromRecord(row.record), digest: row.digest };
  }

  async countWatched({ id }: RepositoryRef): Promise<Readonly<Record<ThreadStatus, number>>> {
    const isOn = await this.#isOn(id);
    const rows = await this.#db
      .selectFrom("watched_threads")
      .select(["status", ({ fn }) => fn.countAll().as("threads")])
      .where("repository", "=", id)
      .groupBy("status")
      .execute();
    const counted = new Map(rows.map(({ status, threads }) => [status, Number(threads)]));
    const of = (status: ThreadStatus) => (isOn ? (counted.get(status) ?? 0) : 0);
    return {
      "waiting-on-team": of("waiting-on-team"),
      "waiting-on-asker": of("waiting-on-asker"),
      "awaiting-decision": of("awaiting-decision"),
      "session-booked": of("session-booked"),
      answered: of("answered"),
      closed: of("closed"),
    };
  }

  async watchedSince(repository: RepositoryRef): Promise<Date | undefined> {
    const watch = await this.#findWatches(repository.id);
    return watch && watch.digest !== off ? new Date(watch.since) : undefined;
  }

  async watchDigest(repository: RepositoryRef): Promise<string | undefined> {
    return (await this.#findWatches(repository.id))?.digest;
  }

  async threadsToLookAt({ id }: RepositoryRef, by: Date, { after, limit }: Page): Promise<readonly number[]> {
    if (!(await this.#isOn(id))) return [];
    // In the order of the index, which holds all that is asked for: most rows are due later, and stay unread.
    const rows = await this.#db
      .selectFrom("watched_threads")
      .select("number")
      .where("repository", "=", id)
      .where("look_at", "<=", by.getTime())
      .orderBy("look_at")
      .execute();
    const numbers = rows.map(({ number }) => number).filter((number) => number > after);
    return numbers.sort((a, b) => a - b).slice(0, limit);
  }

  async threadsOfOtherSettings(
    { id }: RepositoryRef,
    digest: string,
    { after, limit }: Page,
  ): Promise<readonly number[]> {
    const rows = await this.#db
      .selectFrom("watched_threads")
      .select("number")
      .where("repository", "=", id)
      .where("number", ">", after)
      .where("digest", "!=", digest)
      .orderBy("number")
      .limit(limit)
      .execute();
    return rows.map(({ number }) => number);
  }

  async calendarFiles({ id }: RepositoryRef): Promise<CalendarFiles> {
    const rows = await this.#db
      .selectFrom("calendar_files")
      .select(["path", "text"])
      .where("repository", "=", id)
      .execute();
    // Databases sort texts by rules of their own, and settings are told apart by the order.
    return new Map(rows.map(({ path, text }) => [path, text] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  async keepWatched({ id }: RepositoryRef, watched: Watched): Promise<void> {
    const { thread, lookAt, digest } = watched;
    const row = {
      status: thread.state.status,
      since: thread.state.since.getTime(),
      due_at: thread.due?.at.getTime() ?? never,
      near_at: thread.due?.nearAt.getTime() ?? never,
      look_at: lookAt?.getTime() ?? never,
      breached_at: Math.max(0, ...thread.breaches.map(({ dueAt }) => dueAt.getTime())),
      digest,
      record: toRecord(watched),
    };
    await this.#db
      .insertInto("watched_threads")
      .values({ repository: id, number: thread.number, ...row })
      .onConflict((conflict) => conflict.columns(["repository", "number"]).doUpdateSet(row))
      .execute();
  }

  async forgetWatched({ id }: RepositoryRef, number: number): Promise<void> {
    await this.#db.deleteFrom("watched_threads").where("repository", "=", id).where("number", "=", number).execute();
  }

  async keepWatch({ id }: RepositoryRef, digest: string, now: Date): Promise<void> {
    await this.#db
      .insertInto("watches")
      .values({ repository: id, since: now.getTime(), digest })
      .onConflict((conflict) =>
        conflict.column("repository").doUpdateSet((eb) => ({
          digest,
          since: eb.case().when("watches.digest", "=", off).then(now.getTime()).else(eb.ref("watches.since")).end(),
        })),
      )
      .execute();
  }

  async endWatch({ id }: RepositoryRef): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
      await transaction.updateTable("watches").set({ digest: off }).where("repository", "=", id).execute();
      // Whatever the settings are when it begins again: what happened meanwhile is in no row.
      await transaction.updateTable("watched_threads").set({ digest: off }).where("repository", "=", id).execute();
    });
  }

  async keepCalendarFiles({ id }: RepositoryRef, files: CalendarFiles): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
      await transaction.deleteFrom("calendar_files").where("repository", "=", id).execute();
      for (const [path, text] of files) {
        await transaction.insertInto("calendar_files").values({ repository: id, path, text }).execute();
      }
    });
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    for (const table of ["watched_threads", "watches", "calendar_files"] as const) {
      await this.#db.deleteFrom(table).where("repository", "=", id).execute();
    }
  }

  async #isOn(id: number): Promise<boolean> {
    return (await this.#findWatches(id))?.digest !== off;
  }

  #findWatches(id: number): Promise<{ since: number; digest: string } | undefined> {
    return this.#db.selectFrom("watches").select(["since", "digest"]).where("repository", "=", id).executeTakeFirst();
  }
}
