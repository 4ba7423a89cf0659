import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What counts until a time for all processes: sessions that were ended, and sign-ins that were used. */
export const expiringNames: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("expiring_names")
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("ends_at", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("expiring_names_key", ["kind", "name"])
      .execute();
    await db.schema.createIndex("expiring_names_by_end").on("expiring_names").column("ends_at").execute();
  },
};
