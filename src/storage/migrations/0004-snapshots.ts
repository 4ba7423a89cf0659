import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Indexes as they were built, in pieces: made again when they are lost. */
export const snapshots: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("snapshots")
      .addColumn("repository", "bigint", (column) => column.primaryKey())
      .addColumn("begun", "bigint", (column) => column.notNull())
      .addColumn("edition", "bigint")
      .addColumn("revision", "bigint")
      .addColumn("size", "bigint")
      .execute();
    await db.schema
      .createTable("snapshot_pieces")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("edition", "bigint", (column) => column.notNull())
      .addColumn("piece", "integer", (column) => column.notNull())
      .addColumn("bytes", "blob", (column) => column.notNull())
      .addPrimaryKeyConstraint("snapshot_pieces_key", ["repository", "edition", "piece"])
      .execute();
  },
};
