import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What was called for in which thread, the labels that say so, and what was posted to a chat. */
export const onCall: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("on_call_notices")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("clock", "text", (column) => column.notNull())
      .addColumn("due_at", "bigint", (column) => column.notNull())
      .addColumn("step", "text", (column) => column.notNull())
      .addColumn("is_called", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("on_call_notices_key", ["repository", "number", "clock", "due_at", "step"])
      .execute();
    await db.schema
      .createTable("on_call_labels")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("subject", "text", (column) => column.notNull())
      .addColumn("labels", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("on_call_labels_key", ["repository", "number"])
      .execute();
    await db.schema
      .createTable("chat_posts")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("begun_at", "bigint", (column) => column.notNull())
      .addColumn("is_posted", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("chat_posts_key", ["repository", "key"])
      .execute();
    await db.schema.createIndex("chat_posts_by_age").on("chat_posts").columns(["begun_at"]).execute();
  },
};
