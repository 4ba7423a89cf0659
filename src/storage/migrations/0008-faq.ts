import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** The FAQ loop: promotions, what is known of entries, and the issue in which they are reviewed. */
export const faq: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("promotions")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("branch", "text", (column) => column.notNull())
      .addColumn("promotion", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("promotions_key", ["repository", "number"])
      .execute();
    await db.schema
      .createTable("faq_evidence")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("item", "text", (column) => column.notNull())
      .addColumn("evidence", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("faq_evidence_key", ["repository", "item"])
      .execute();
    await db.schema
      .createTable("stale_entries")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("item", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("stale_entries_key", ["repository", "item"])
      .execute();
    await db.schema
      .createTable("faq_reviews")
      .addColumn("repository", "bigint", (column) => column.primaryKey())
      .addColumn("review", "text", (column) => column.notNull())
      .execute();
  },
};
