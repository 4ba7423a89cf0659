import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** The issue that tells of a broken config: a row for each repository whose config is broken. */
export const configIssues: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("config_issues")
      .addColumn("repository", "bigint", (column) => column.primaryKey())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("digest", "text", (column) => column.notNull())
      .execute();
  },
};
