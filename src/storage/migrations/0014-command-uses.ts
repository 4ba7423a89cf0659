import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Commands of people without a role, for a day, so that they can be limited. */
export const commandUses: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("command_uses")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("used_at", "bigint", (column) => column.notNull())
      .addColumn("told", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("command_uses_key", ["repository", "person", "key"])
      .execute();
    await db.schema.createIndex("command_uses_by_age").on("command_uses").columns(["used_at"]).execute();
  },
};
