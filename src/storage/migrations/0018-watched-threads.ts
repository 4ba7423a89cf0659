import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Watched threads: one row a discussion, found by what is due. Since when a repository is watched, by which settings. */
export const watchedThreads: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("watched_threads")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("status", "text", (column) => column.notNull())
      .addColumn("since", "bigint", (column) => column.notNull())
      .addColumn("due_at", "bigint", (column) => column.notNull())
      .addColumn("near_at", "bigint", (column) => column.notNull())
      .addColumn("look_at", "bigint", (column) => column.notNull())
      .addColumn("breached_at", "bigint", (column) => column.notNull())
      .addColumn("digest", "text", (column) => column.notNull())
      .addColumn("record", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("watched_threads_key", ["repository", "number"])
      .execute();
    const index = (name: string, columns: string[]) =>
      db.schema.createIndex(name).on("watched_threads").columns(columns).execute();
    await index("watched_threads_by_look", ["repository", "look_at", "number"]);
    await index("watched_threads_by_due", ["repository", "due_at", "since", "number"]);
    await index("watched_threads_by_near", ["repository", "near_at"]);
    await index("watched_threads_by_status", ["repository", "status", "due_at", "since", "number"]);
    await index("watched_threads_by_breach", ["repository", "breached_at"]);
    await db.schema
      .createTable("watches")
      .addColumn("repository", "bigint", (column) => column.primaryKey())
      .addColumn("since", "bigint", (column) => column.notNull())
      .addColumn("digest", "text", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("calendar_files")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("path", "text", (column) => column.notNull())
      .addColumn("text", "text")
      .addPrimaryKeyConstraint("calendar_files_key", ["repository", "path"])
      .execute();
  },
};
