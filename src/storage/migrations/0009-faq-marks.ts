import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * FAQ entries as sections know now what else they were asked as, where they come from, and when they were verified.
 * All docs are published anew, so that pages are split again; see `sectionFormat`.
 */
export const faqMarks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`update knowledge set commit_sha = null, full_name = null`.execute(db);
    await sql`delete from repositories`.execute(db);
  },
};
