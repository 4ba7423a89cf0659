import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What is known about the ends of threads: one row a discussion, found by when it is to be looked at next. */
export const resolution: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("thread_resolutions")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("due_at", "bigint")
      .addColumn("proposed", "integer", (column) => column.notNull())
      .addColumn("record", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("thread_resolutions_key", ["repository", "number"])
      .execute();
    const index = (name: string, columns: string[]) =>
      db.schema.createIndex(name).on("thread_resolutions").columns(columns).execute();
    await index("thread_resolutions_by_due", ["repository", "due_at", "number"]);
    await index("thread_resolutions_by_proposal", ["repository", "proposed", "number"]);
  },
};
