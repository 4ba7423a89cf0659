import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What is left of GitHub's limits, for all processes. */
export const githubBudgets: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("github_budgets")
      .addColumn("lane", "text", (it) => it.primaryKey())
      .addColumn("version", "integer", (it) => it.notNull())
      .addColumn("state", "text", (it) => it.notNull())
      .addColumn("changed_at", "integer", (it) => it.notNull())
      .execute();
  },
};
