import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Issues as knowledge, and pages that say whether they are archived. */
export const issues: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createIssues(db);
    await cutAgain(db);
  },
};

async function createIssues(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("issues")
    .addColumn("repository", "bigint", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("revision", "bigint", (column) => column.notNull())
    .addColumn("issue", "text")
    .addPrimaryKeyConstraint("issues_key", ["repository", "number"])
    .execute();
  await db.schema
    .createIndex("issues_by_revision")
    .on("issues")
    .columns(["repository", "revision", "number"])
    .execute();
  await db.schema
    .createTable("issue_settings")
    .addColumn("repository", "bigint", (column) => column.primaryKey())
    .addColumn("settings", "text", (column) => column.notNull())
    .execute();
}

/**
 * Sections know now whether their page is archived. Pages cut before are used until they are cut again: none of them
 * counts as known, no docs count as published, and no repository as served, so that the next start reads them all.
 */
async function cutAgain(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("pages")
    .addColumn("format", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
  await sql`update knowledge set commit_sha = null, full_name = null`.execute(db);
  await sql`delete from repositories`.execute(db);
}
