import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Sections know now what a docs site makes its anchors from, and their titles hold no ids. All docs are published anew,
 * so that pages are split again; see `sectionFormat`.
 */
export const outlines: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`update knowledge set commit_sha = null, full_name = null`.execute(db);
    await sql`delete from repositories`.execute(db);
  },
};
