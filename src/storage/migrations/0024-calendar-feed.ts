import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Calendars as they were last published: each with its sessions, and the names under which it is asked for. */
export const calendarFeed: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("calendar_feeds")
      .addColumn("repository", "bigint", (column) => column.primaryKey())
      .addColumn("record", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("calendar_sessions")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("series", "text", (column) => column.notNull())
      .addColumn("session", "text", (column) => column.notNull())
      .addColumn("ends_at", "bigint", (column) => column.notNull())
      .addColumn("record", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("calendar_sessions_key", ["repository", "series", "session"])
      .execute();
    await db.schema
      .createIndex("calendar_sessions_by_end")
      .on("calendar_sessions")
      .columns(["repository", "ends_at"])
      .execute();
    await db.schema
      .createTable("calendar_names")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("calendar_names_key", ["repository", "name"])
      .execute();
    await db.schema.createIndex("calendar_names_by_name").on("calendar_names").columns(["name", "at"]).execute();
  },
};
