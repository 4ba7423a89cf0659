import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What was reported last, where it is, and when the next report is due: a row a repository. */
export const reports: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("reports")
      .addColumn("repository", "bigint", (column) => column.primaryKey())
      .addColumn("record", "text", (column) => column.notNull())
      .execute();
  },
};
