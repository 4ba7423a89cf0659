import type { Kysely, Selectable, Transaction } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Timeline, TimelineEntry } from "../../../core/timeline.ts";
import { inChunks } from "../../../storage/in-chunks.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import { versionOf, type Reading, type StoredRole, type StoredThread, type ThreadFacts } from "../facts.ts";
import { assemblePage } from "./assemble-page.ts";
import { assembleTimeline, type AssembledTimeline } from "./assemble-timeline.ts";
import { toEntryRow } from "./entry-rows.ts";
import { changeRow, joinRows, saidRow, type EntryRow } from "./join-facts.ts";
import type { KnownRole, ReadThread, TimelineRecords } from "./timeline-records.ts";
import type { TimelineTables } from "./timeline-tables.ts";

type AllTables = Tables & TimelineTables;

/** Timelines in the database. */
export class TimelineStore implements TimelineRecords {
  readonly #db: Kysely<AllTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<TimelineTables>();
  }

  async findTimeline({ id }: RepositoryRef, number: number): Promise<Timeline | undefined> {
    return (await assemble(this.#db, id, number))?.timeline;
  }

  async timelinesAfter({ id }: RepositoryRef, number: number, limit: number): Promise<readonly Timeline[]> {
    return assemblePage(this.#db.withTables<TimelineTables>(), id, { after: number, limit });
  }

  async knowsThread({ id }: RepositoryRef, number: number): Promise<boolean> {
    const row = await this.#db
      .selectFrom("timeline_threads")
      .select("number")
      .where("repository", "=", id)
      .where("number", "=", number)
      .executeTakeFirst();
    return row !== undefined;
  }

  async threadsBefore({ id }: RepositoryRef, before: number, limit: number): Promise<readonly ReadThread[]> {
    const rows = await this.#db
      .selectFrom("timeline_threads")
      .select(["number", "opened_at", "asker", "observed"])
      .where("repository", "=", id)
      .where("number", "<", before)
      .orderBy("number", "desc")
      .limit(limit)
      .execute();
    return rows.map(toReadThread);
  }

  async rolesSince(
    { id }: RepositoryRef,
    logins: readonly string[],
    since: Date,
  ): Promise<ReadonlyMap<string, StoredRole>> {
    const roles = new Map<string, StoredRole>();
    for await (const chunk of inChunks(logins.map((it) => it.toLowerCase()))) {
      const rows = await this.#db
        .selectFrom("timeline_people")
        .select(["login", "role"])
        .where("repository", "=", id)
        .where("login", "in", [...chunk])
        .where("asked_at", ">=", since.getTime())
        .execute();
      for (const { login, role } of rows) roles.set(login, role);
    }
    return roles;
  }

  async takeIn({ id }: RepositoryRef, ...threads: readonly ThreadFacts[]): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      for (const { number, reading, said, changes } of threads) {
        const seen = reading?.isFull ? versionOf(reading.observed) : undefined;
        const rows = [
          ...said.map((it) => saidRow(it, it.isHidden === undefined ? undefined : seen)),
          ...changes.map((it) => changeRow(it)),
          ...(reading ? readRows(reading) : []),
        ];
        if (reading) await joinThread(transaction, id, number, reading);
        await joinEntries(transaction, id, number, rows);
        if (reading) await keepBounds(transaction, id, number);
      }
    });
  }

  async keepRoles({ id }: RepositoryRef, roles: readonly KnownRole[]): Promise<void> {
    for await (const chunk of inChunks(roles)) {
      await this.#db
        .insertInto("timeline_people")
        .values(
          chunk.map(({ login, role, askedAt }) => ({
            repository: id,
            login: login.toLowerCase(),
            role,
            asked_at: Date.parse(askedAt),
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(["repository", "login"]).doUpdateSet((eb) => ({
            role: eb.ref("excluded.role"),
            asked_at: eb.ref("excluded.asked_at"),
          })),
        )
        .execute();
    }
  }

  async addEntries({ id }: RepositoryRef, number: number, entries: readonly TimelineEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.#db
      .transaction()
      .execute((transaction) => joinEntries(transaction, id, number, entries.map(toEntryRow)));
  }

  async forgetThread({ id }: RepositoryRef, number: number): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      for (const table of ["timeline_threads", "timeline_entries"] as const) {
        await transaction.deleteFrom(table).where("repository", "=", id).where("number", "=", number).execute();
      }
    });
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      for (const table of ["timeline_threads", "timeline_entries", "timeline_people"] as const) {
        await transaction.deleteFrom(table).where("repository", "=", id).execute();
      }
    });
  }
}

function toReadThread(
  row: Pick<Selectable<TimelineTables["timeline_threads"]>, "number" | "opened_at" | "asker" | "observed">,
): ReadThread {
  const { title, url, category, labels } = JSON.parse(row.observed) as StoredThread;
  return {
    number: row.number,
    openedAt: new Date(row.opened_at),
    ...(row.asker !== null && { asker: row.asker }),
    observed: { title, url, category, labels },
  };
}

/** What a reading tells of when the thread was closed and answered. */
function readRows({ observed: { closed, answer } }: Reading): readonly EntryRow[] {
  return [
    ...(closed ? [changeRow({ kind: "closed", ...closed })] : []),
    ...(answer ? [changeRow({ kind: "answered", ...answer })] : []),
  ];
}

/** The thread as it is in the reading of the greater version; who opened it, with the role of the first one. */
async function joinThread(db: Transaction<AllTables>, id: number, number: number, reading: Reading): Promise<void> {
  const version = versionOf(reading.observed);
  const known = await threadRow(db, id, number);
  const isNewer = !known || version > known.version;
  const full = reading.isFull ? version : null;
  const full_version = known?.full_version && (!full || known.full_version > full) ? known.full_version : full;
  if (known && !isNewer) {
    await db
      .updateTable("timeline_threads")
      .set({ full_version })
      .where("repository", "=", id)
      .where("number", "=", number)
      .execute();
    return;
  }
  const now = {
    opened_at: Date.parse(reading.openedAt),
    asker: reading.asker ?? known?.asker ?? null,
    is_asker_gone: reading.asker === undefined ? 1 : 0,
    opener_role: known?.opener_role ?? reading.openerRole,
    is_open: reading.observed.closed ? 0 : 1,
    top_level_comments: reading.topLevelComments,
    version,
    full_version,
    observed: JSON.stringify(reading.observed),
  };
  await db
    .insertInto("timeline_threads")
    .values({ repository: id, number, ...now })
    .onConflict((conflict) => conflict.columns(["repository", "number"]).doUpdateSet(now))
    .execute();
}

async function joinEntries(
  db: Transaction<AllTables>,
  id: number,
  number: number,
  told: readonly EntryRow[],
): Promise<void> {
  const joined = new Map<string, EntryRow>();
  for (const row of told) joined.set(row.key, join(joined.get(row.key), row));
  for await (const chunk of inChunks([...joined.values()])) {
    const known = await db
      .selectFrom("timeline_entries")
      .selectAll()
      .where("repository", "=", id)
      .where("number", "=", number)
      .where(
        "key",
        "in",
        chunk.map(({ key }) => key),
      )
      .execute();
    const before = new Map(known.map((row) => [row.key, row]));
    await db
      .insertInto("timeline_entries")
      .values(chunk.map((row) => ({ ...join(before.get(row.key), row), repository: id, number })))
      .onConflict((conflict) =>
        conflict.columns(["repository", "number", "key"]).doUpdateSet((eb) => ({
          at: eb.ref("excluded.at"),
          by: eb.ref("excluded.by"),
          sense: eb.ref("excluded.sense"),
          text_at: eb.ref("excluded.text_at"),
          is_deleted: eb.ref("excluded.is_deleted"),
          is_hidden: eb.ref("excluded.is_hidden"),
          seen: eb.ref("excluded.seen"),
          details: eb.ref("excluded.details"),
        })),
      )
      .execute();
  }
}

function join(known: EntryRow | undefined, told: EntryRow): EntryRow {
  return known ? joinRows(known, told) : told;
}

/** Keeps by when something happened that only readings show, so that a later reading does not move it. */
async function keepBounds(db: Transaction<AllTables>, id: number, number: number): Promise<void> {
  const bounds = (await assemble(db, id, number))?.bounds ?? [];
  const rows = bounds.flatMap(({ kind, at }) =>
    kind === "reopened" || kind === "unanswered" ? [changeRow({ kind, at: at.toISOString() }, true)] : [],
  );
  if (rows.length > 0) await joinEntries(db, id, number, rows);
}

async function threadRow(db: Kysely<AllTables>, id: number, number: number) {
  return db
    .selectFrom("timeline_threads")
    .selectAll()
    .where("repository", "=", id)
    .where("number", "=", number)
    .executeTakeFirst();
}

async function assemble(db: Kysely<AllTables>, id: number, number: number): Promise<AssembledTimeline | undefined> {
  const thread = await threadRow(db, id, number);
  if (!thread) return undefined;
  const rows = await db
    .selectFrom("timeline_entries")
    .selectAll()
    .where("repository", "=", id)
    .where("number", "=", number)
    .execute();
  return assembleTimeline({ ...thread, observed: JSON.parse(thread.observed) as StoredThread }, rows);
}
