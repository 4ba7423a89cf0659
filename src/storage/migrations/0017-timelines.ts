import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Timelines of threads: what they were when they were read, what happened in them, and who may do what. */
export const timelines: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("timeline_threads")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("opened_at", "bigint", (column) => column.notNull())
      .addColumn("asker", "text")
      .addColumn("is_asker_gone", "integer", (column) => column.notNull())
      .addColumn("opener_role", "text", (column) => column.notNull())
      .addColumn("is_open", "integer", (column) => column.notNull())
      .addColumn("top_level_comments", "integer", (column) => column.notNull())
      .addColumn("version", "text", (column) => column.notNull())
      .addColumn("full_version", "text")
      .addColumn("observed", "text", (column) => column.notNull())
      .addColumn("listed", "text")
      .addPrimaryKeyConstraint("timeline_threads_key", ["repository", "number"])
      .execute();
    await db.schema
      .createIndex("timeline_threads_open")
      .on("timeline_threads")
      .columns(["repository", "is_open", "number"])
      .execute();
    await db.schema
      .createTable("timeline_entries")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("by", "text")
      .addColumn("role", "text")
      .addColumn("sense", "text", (column) => column.notNull())
      .addColumn("text_at", "bigint", (column) => column.notNull())
      .addColumn("is_deleted", "integer", (column) => column.notNull())
      .addColumn("is_hidden", "integer", (column) => column.notNull())
      .addColumn("seen", "text")
      .addColumn("details", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("timeline_entries_key", ["repository", "number", "key"])
      .execute();
    await db.schema
      .createTable("timeline_people")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("login", "text", (column) => column.notNull())
      .addColumn("role", "text", (column) => column.notNull())
      .addColumn("asked_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("timeline_people_key", ["repository", "login"])
      .execute();
    await db.schema.createIndex("timeline_people_by_time").on("timeline_people").columns(["asked_at"]).execute();
    await db.schema
      .createTable("timeline_progress")
      .addColumn("repository", "bigint", (column) => column.notNull().primaryKey())
      .addColumn("backfill", "text")
      .addColumn("swept_to", "bigint")
      .execute();
  },
};
