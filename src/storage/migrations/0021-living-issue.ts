import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** The living issue of each repository. */
export const livingIssue: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("living_issues")
      .addColumn("repository", "bigint", (column) => column.primaryKey())
      .addColumn("record", "text", (column) => column.notNull())
      .execute();
  },
};
