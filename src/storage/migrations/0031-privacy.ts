import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Who asked to be forgotten: digests of their logins, all with one salt. And how often a repository became private, by
 * which processes learn that what they believe of any is old: one row.
 */
export const privacy: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("forgotten_people")
      .addColumn("digest", "text", (column) => column.primaryKey())
      .addColumn("salt", "text", (column) => column.notNull())
      .addColumn("forgotten_at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("visibility")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("revision", "bigint", (column) => column.notNull())
      .execute();
  },
};
