import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Sections know now where their code stands, and the lines of a paragraph are one. All docs are published anew, so that
 * pages are split again; see `sectionFormat`.
 */
export const codePlaces: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`update knowledge set commit_sha = null, full_name = null`.execute(db);
    await sql`delete from repositories`.execute(db);
  },
};
