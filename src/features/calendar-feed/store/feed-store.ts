import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import type { Feed, FeedBranch, PublishedSession } from "../feed.ts";
import type { FeedChanges, FeedRecords } from "./feed-records.ts";
import { inTurn } from "../../../storage/in-turn.ts";

type Repository = Pick<RepositoryRef, "id">;

/** The feature's own tables. What their texts hold is taken on trust: only this store writes them. */
type FeedTables = {
  /** `record`: `Feed` */
  calendar_feeds: { repository: number; record: string };
  /** `record`: `PublishedSession`; series, what it is published as and its end are in it as well. */
  calendar_sessions: { repository: number; series: string; session: string; ends_at: number; record: string };
  /** Names under which calendars were published, in small letters; `at`: when last. */
  calendar_names: { repository: number; name: string; at: number };
};

/** Calendars in the database: one row a repository, one for each of its sessions, and one for each name it had. */
export class FeedStore implements FeedRecords {
  readonly #db: Kysely<Tables & FeedTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<FeedTables>();
  }

  async findFeed({ id }: Repository): Promise<Feed | undefined> {
    const row = await this.#db
      .selectFrom("calendar_feeds")
      .select("record")
      .where("repository", "=", id)
      .executeTakeFirst();
    return row && (JSON.parse(row.record) as Feed);
  }

  async publishedSessions({ id }: Repository, from?: Date): Promise<readonly PublishedSession[]> {
    const rows = await this.#db
      .selectFrom("calendar_sessions")
      .select("record")
      .where("repository", "=", id)
      .where("ends_at", ">", from?.getTime() ?? Number.MIN_SAFE_INTEGER)
      .orderBy("ends_at")
      .orderBy("series")
      .orderBy("session")
      .execute();
    return rows.map(({ record }) => JSON.parse(record) as PublishedSession);
  }

  async findByName(name: string): Promise<number | undefined> {
    const row = await this.#db
      .selectFrom("calendar_names")
      .select("repository")
      .where("name", "=", name.toLowerCase())
      .orderBy("at", "desc")
      .orderBy("repository", "desc")
      .executeTakeFirst();
    return row?.repository;
  }

  async keepFeed({ id }: Repository, { feed, changed, gone }: FeedChanges): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
      const record = JSON.stringify(feed);
      await transaction
        .insertInto("calendar_feeds")
        .values({ repository: id, record })
        .onConflict((conflict) => conflict.column("repository").doUpdateSet({ record }))
        .execute();
      const at = Date.parse(feed.at);
      await transaction
        .insertInto("calendar_names")
        .values({ repository: id, name: feed.repository.toLowerCase(), at })
        .onConflict((conflict) => conflict.columns(["repository", "name"]).doUpdateSet({ at }))
        .execute();
      for (const it of changed) {
        const { series, end } = it.session;
        const row = { ends_at: Date.parse(end), record: JSON.stringify(it) };
        await transaction
          .insertInto("calendar_sessions")
          .values({ repository: id, series, session: it.as, ...row })
          .onConflict((conflict) => conflict.columns(["repository", "series", "session"]).doUpdateSet(row))
          .execute();
      }
      for (const { series, as } of gone) {
        await transaction
          .deleteFrom("calendar_sessions")
          .where("repository", "=", id)
          .where("series", "=", series)
          .where("session", "=", as)
          .execute();
      }
    });
  }

  async keepFeedBranch({ id }: Repository, branch: FeedBranch): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
      const row = await transaction
        .selectFrom("calendar_feeds")
        .select("record")
        .where("repository", "=", id)
        .executeTakeFirst();
      const feed = row && (JSON.parse(row.record) as Feed);
      if (feed?.branch?.name !== branch.name) return;
      await transaction
        .updateTable("calendar_feeds")
        .set({ record: JSON.stringify({ ...feed, branch }) })
        .where("repository", "=", id)
        .execute();
    });
  }

  async forgetRepository({ id }: Repository): Promise<void> {
    await inTurn(this.#db, id, async (transaction) => {
      for (const table of ["calendar_feeds", "calendar_sessions", "calendar_names"] as const) {
        await transaction.deleteFrom(table).where("repository", "=", id).execute();
      }
    });
  }
}
