import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import type { ThreadResolution } from "../thread-resolution.ts";
import type { ResolutionReads, ResolutionRecords } from "./resolution-records.ts";

/** The feature's own table. What its texts hold is taken on trust: only this store writes them. */
type ResolutionTables = {
  thread_resolutions: ThreadResolutionsTable;
};

interface ThreadResolutionsTable {
  repository: number;
  number: number;
  /** When to look at it next; null for never. */
  due_at: number | null;
  /** Whether it has an open proposal. */
  proposed: number;
  /** `ThreadResolution` */
  record: string;
}

/** What is known about the ends of threads, in the database. */
export class ResolutionStore implements ResolutionRecords {
  readonly #db: Kysely<Tables & ResolutionTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<ResolutionTables>();
  }

  async findResolution({ id }: RepositoryRef, number: number): Promise<ThreadResolution | undefined> {
    const row = await this.#db
      .selectFrom("thread_resolutions")
      .select("record")
      .where("repository", "=", id)
      .where("number", "=", number)
      .executeTakeFirst();
    return row && (JSON.parse(row.record) as ThreadResolution);
  }

  async dueThreads({ id }: RepositoryRef, by: Date, limit: number): Promise<readonly number[]> {
    const rows = await this.#db
      .selectFrom("thread_resolutions")
      .select("number")
      .where("repository", "=", id)
      .where("due_at", "<=", by.getTime())
      .orderBy("due_at")
      .orderBy("number")
      .limit(limit)
      .execute();
    return rows.map(({ number }) => number);
  }

  async dueAt({ id }: RepositoryRef, number: number): Promise<Date | undefined> {
    const row = await this.#db
      .selectFrom("thread_resolutions")
      .select("due_at")
      .where("repository", "=", id)
      .where("number", "=", number)
      .executeTakeFirst();
    return row?.due_at == null ? undefined : new Date(row.due_at);
  }

  async openProposals(
    { id }: RepositoryRef,
    limit: number,
  ): Promise<Awaited<ReturnType<ResolutionReads["openProposals"]>>> {
    const rows = await this.#db
      .selectFrom("thread_resolutions")
      .select(["number", "record"])
      .where("repository", "=", id)
      .where("proposed", "=", 1)
      .orderBy("number")
      .limit(limit)
      .execute();
    return rows.flatMap(({ number, record }) => {
      const { proposal } = JSON.parse(record) as ThreadResolution;
      return proposal ? [{ number, title: proposal.title, url: proposal.url, at: proposal.at }] : [];
    });
  }

  async keepResolution({ id }: RepositoryRef, resolution: ThreadResolution, dueAt: Date | undefined): Promise<void> {
    const now = {
      due_at: dueAt?.getTime() ?? null,
      proposed: resolution.proposal?.isOpen ? 1 : 0,
      record: JSON.stringify(resolution),
    };
    await this.#db
      .insertInto("thread_resolutions")
      .values({ repository: id, number: resolution.number, ...now })
      .onConflict((conflict) => conflict.columns(["repository", "number"]).doUpdateSet(now))
      .execute();
  }

  async forgetResolution({ id }: RepositoryRef, number: number): Promise<void> {
    await this.#db.deleteFrom("thread_resolutions").where("repository", "=", id).where("number", "=", number).execute();
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    await this.#db.deleteFrom("thread_resolutions").where("repository", "=", id).execute();
  }
}
