import type { Kysely, Selectable } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Timeline, TimelineEntry } from "../../../core/timeline.ts";
import { inChunks } from "../../../storage/in-chunks.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { StoredRole, StoredThread, ThreadFacts } from "../facts.ts";
import { assemblePage } from "./assemble-page.ts";
import { assembleThread } from "./assemble-thread.ts";
import { toEntryRow } from "./entry-rows.ts";
import { joinEntries, takeInFacts } from "./take-in-facts.ts";
import type { KnownRole, ReadThread, TimelineRecords } from "./timeline-records.ts";
import type { AllTables, TimelineTables } from "./timeline-tables.ts";
import { inTurn } from "../../../storage/in-turn.ts";

/** Timelines in the database. */
export class TimelineStore implements TimelineRecords {
  readonly #db: Kysely<AllTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<TimelineTables>();
  }

  async findTimeline({ id }: RepositoryRef, number: number): Promise<Timeline | undefined> {
    return (await assembleThread(this.#db, id, number))?.timeline;
  }

  async timelinesAfter({ id }: RepositoryRef, number: number, limit: number): Promise<readonly Timeline[]> {
    return assemblePage(this.#db, id, { after: number, limit });
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
    await inTurn(this.#db, id, async (transaction) => {
      for (const it of threads) await takeInFacts(transaction, id, it);
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
    await inTurn(this.#db, id, (transaction) => joinEntries(transaction, id, number, entries.map(toEntryRow)));
  }

  async forgetThread({ id }: RepositoryRef, number: number): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
      for (const table of ["timeline_threads", "timeline_entries"] as const) {
        await transaction.deleteFrom(table).where("repository", "=", id).where("number", "=", number).execute();
      }
    });
  }

  /** Roles are the new owner's to give: they are asked for anew. What somebody was when they wrote stays. */
  async forgetFormerTeam({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await this.#db.deleteFrom("timeline_people").where("repository", "=", id).execute();
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
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
