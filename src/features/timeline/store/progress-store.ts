import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { inChunks } from "../../../storage/in-chunks.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import type { StoredThread } from "../facts.ts";
import type { BackfillProgress } from "../progress.ts";
import type { KnownThread, ProgressRecords } from "./progress-records.ts";
import type { TimelineTables } from "./timeline-tables.ts";

/** How far history and sweeps are, in the database. */
export class ProgressStore implements ProgressRecords {
  readonly #db: Kysely<Tables & TimelineTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<TimelineTables>();
  }

  async findBackfill({ id }: RepositoryRef): Promise<BackfillProgress | undefined> {
    const text = (await this.#progress(id))?.backfill;
    return text ? (JSON.parse(text) as BackfillProgress) : undefined;
  }

  async sweptTo({ id }: RepositoryRef): Promise<Date | undefined> {
    const to = (await this.#progress(id))?.swept_to ?? null;
    return to === null ? undefined : new Date(to);
  }

  async knownThreads({ id }: RepositoryRef, numbers: readonly number[]): Promise<ReadonlyMap<number, KnownThread>> {
    const known = new Map<number, KnownThread>();
    for await (const chunk of inChunks(numbers)) {
      const rows = await this.#db
        .selectFrom("timeline_threads")
        .select(["number", "asker", "is_asker_gone", "top_level_comments", "observed", "full_version"])
        .where("repository", "=", id)
        .where("number", "in", [...chunk])
        .execute();
      for (const { number, asker, is_asker_gone, top_level_comments, observed, full_version } of rows) {
        const [fullTo] = full_version?.split(" ") ?? [];
        known.set(number, {
          number,
          ...(asker !== null && is_asker_gone === 0 && { asker }),
          topLevelComments: top_level_comments,
          observed: JSON.parse(observed) as StoredThread,
          ...(fullTo !== undefined && { fullTo }),
        });
      }
    }
    return known;
  }

  async openButNotListed({ id }: RepositoryRef, sweep: string, limit: number): Promise<readonly number[]> {
    const rows = await this.#db
      .selectFrom("timeline_threads")
      .select("number")
      .where("repository", "=", id)
      .where("is_open", "=", 1)
      .where((eb) => eb.or([eb("listed", "is", null), eb("listed", "!=", sweep)]))
      .orderBy("number")
      .limit(limit)
      .execute();
    return rows.map(({ number }) => number);
  }

  async countThreads({ id }: RepositoryRef): Promise<{ readonly threads: number; readonly open: number }> {
    const rows = await this.#db
      .selectFrom("timeline_threads")
      .select(["is_open", (eb) => eb.fn.countAll<number | string>().as("count")])
      .where("repository", "=", id)
      .groupBy("is_open")
      .execute();
    const of = (isOpen: number) => Number(rows.find((it) => it.is_open === isOpen)?.count ?? 0);
    return { threads: of(0) + of(1), open: of(1) };
  }

  async keepBackfill({ id }: RepositoryRef, progress: BackfillProgress): Promise<void> {
    await this.#keep(id, { backfill: JSON.stringify(progress) });
  }

  async keepSweptTo({ id }: RepositoryRef, to: Date): Promise<void> {
    const swept_to = to.getTime();
    await this.#db
      .insertInto("timeline_progress")
      .values({ repository: id, backfill: null, swept_to })
      .onConflict((conflict) =>
        conflict
          .column("repository")
          .doUpdateSet({ swept_to })
          .where((eb) =>
            eb.or([eb("timeline_progress.swept_to", "is", null), eb("timeline_progress.swept_to", "<", swept_to)]),
          ),
      )
      .execute();
  }

  async markListed({ id }: RepositoryRef, numbers: readonly number[], sweep: string): Promise<void> {
    for await (const chunk of inChunks(numbers)) {
      await this.#db
        .updateTable("timeline_threads")
        .set({ listed: sweep })
        .where("repository", "=", id)
        .where("number", "in", [...chunk])
        .execute();
    }
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await this.#db.deleteFrom("timeline_progress").where("repository", "=", id).execute();
  }

  async #progress(id: number) {
    return this.#db
      .selectFrom("timeline_progress")
      .select(["backfill", "swept_to"])
      .where("repository", "=", id)
      .executeTakeFirst();
  }

  async #keep(id: number, what: { readonly backfill: string }): Promise<void> {
    await this.#db
      .insertInto("timeline_progress")
      .values({ repository: id, swept_to: null, ...what })
      .onConflict((conflict) => conflict.column("repository").doUpdateSet(what))
      .execute();
  }
}
