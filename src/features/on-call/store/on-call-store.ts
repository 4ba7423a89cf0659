import type { Kysely } from "kysely";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { ClockKind } from "../../../core/thread-status.ts";
import { inChunks } from "../../../storage/in-chunks.ts";
import type { Database } from "../../../storage/open-database.ts";
import type { Tables } from "../../../storage/tables.ts";
import type { Notice, OnCallRecords, PutLabels, Step } from "./on-call-records.ts";

/** The feature's own tables. What its texts hold is taken on trust: only this store writes them. */
type OnCallTables = {
  on_call_notices: NoticesTable;
  on_call_labels: { repository: number; number: number; subject: string; labels: string };
  chat_posts: { repository: number; key: string; begun_at: number; is_posted: number };
};

/** A row for each promise and step. */
interface NoticesTable {
  repository: number;
  number: number;
  clock: ClockKind;
  due_at: number;
  step: Step;
  is_called: number;
}

/** Posts are told apart by what they tell of, which is long over by then. */
const keepPostsMs = 90 * 24 * 3600 * 1000;

/** What was called for, in the database. */
export class OnCallStore implements OnCallRecords {
  readonly #db: Kysely<Tables & OnCallTables>;

  constructor(database: Database) {
    this.#db = database.db.withTables<OnCallTables>();
  }

  async noticesOf({ id }: RepositoryRef, numbers: readonly number[]): Promise<readonly Notice[]> {
    const notices: Notice[] = [];
    for await (const some of inChunks(numbers)) {
      const rows = await this.#db
        .selectFrom("on_call_notices")
        .select(["number", "clock", "due_at", "step", "is_called"])
        .where("repository", "=", id)
        .where("number", "in", some)
        .orderBy("number")
        .orderBy("due_at")
        .execute();
      for (const { number, clock, due_at: dueAt, step, is_called: isCalled } of rows) {
        notices.push({ number, clock, dueAt: new Date(dueAt), step, isCalled: isCalled === 1 });
      }
    }
    return notices;
  }

  async keepNotices({ id }: RepositoryRef, notices: readonly Notice[]): Promise<void> {
    for await (const some of inChunks(notices)) {
      await this.#db
        .insertInto("on_call_notices")
        .values(
          some.map(({ dueAt, isCalled, ...it }) => {
            return { repository: id, ...it, due_at: dueAt.getTime(), is_called: isCalled ? 1 : 0 };
          }),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }

  async findPutLabels({ id }: RepositoryRef, number: number): Promise<PutLabels | undefined> {
    const row = await this.#db
      .selectFrom("on_call_labels")
      .select(["subject", "labels"])
      .where("repository", "=", id)
      .where("number", "=", number)
      .executeTakeFirst();
    return row && { subject: row.subject, labels: JSON.parse(row.labels) as string[] };
  }

  async keepPutLabels({ id }: RepositoryRef, number: number, { subject, labels }: PutLabels): Promise<void> {
    if (labels.length === 0) {
      await this.#db.deleteFrom("on_call_labels").where("repository", "=", id).where("number", "=", number).execute();
      return;
    }
    const now = { subject, labels: JSON.stringify(labels) };
    await this.#db
      .insertInto("on_call_labels")
      .values({ repository: id, number, ...now })
      .onConflict((conflict) => conflict.columns(["repository", "number"]).doUpdateSet(now))
      .execute();
  }

  async beginPost({ id }: RepositoryRef, key: string, now: Date): Promise<"new" | "begun" | "posted"> {
    await this.#db
      .deleteFrom("chat_posts")
      .where("begun_at", "<", now.getTime() - keepPostsMs)
      .execute();
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto("chat_posts")
      .values({ repository: id, key, begun_at: now.getTime(), is_posted: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) return "new";
    const row = await this.#db
      .selectFrom("chat_posts")
      .select("is_posted")
      .where("repository", "=", id)
      .where("key", "=", key)
      .executeTakeFirst();
    return row?.is_posted === 1 ? "posted" : "begun";
  }

  async endPost({ id }: RepositoryRef, key: string): Promise<void> {
    await this.#db
      .updateTable("chat_posts")
      .set({ is_posted: 1 })
      .where("repository", "=", id)
      .where("key", "=", key)
      .execute();
  }

  async dropPost({ id }: RepositoryRef, key: string): Promise<void> {
    await this.#db.deleteFrom("chat_posts").where("repository", "=", id).where("key", "=", key).execute();
  }

  async forgetThread({ id }: RepositoryRef, number: number): Promise<void> {
    for (const table of ["on_call_notices", "on_call_labels"] as const) {
      await this.#db.deleteFrom(table).where("repository", "=", id).where("number", "=", number).execute();
    }
  }

  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    for (const table of ["on_call_notices", "on_call_labels", "chat_posts"] as const) {
      await this.#db.deleteFrom(table).where("repository", "=", id).execute();
    }
  }
}
