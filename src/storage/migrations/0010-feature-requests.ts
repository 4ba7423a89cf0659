import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Feature requests: one row a discussion. */
export const featureRequests: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("feature_requests")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("record", "text", (column) => column.notNull())
      .addColumn("votes", "integer", (column) => column.notNull())
      .addColumn("issue", "integer")
      .addColumn("link", "text")
      .addPrimaryKeyConstraint("feature_requests_key", ["repository", "number"])
      .execute();
    await db.schema
      .createIndex("feature_requests_by_issue")
      .on("feature_requests")
      .columns(["repository", "issue"])
      .execute();
    await db.schema
      .createIndex("feature_requests_by_state")
      .on("feature_requests")
      .columns(["repository", "state", "number"])
      .execute();
  },
};
