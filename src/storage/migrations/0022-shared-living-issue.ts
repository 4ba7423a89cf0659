import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** In which other repository's living issue a repository is listed; null for its own. */
export const sharedLivingIssue: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("living_issues").addColumn("listed_in", "bigint").execute();
    await db.schema.createIndex("living_issues_by_holder").on("living_issues").columns(["listed_in"]).execute();
  },
};
