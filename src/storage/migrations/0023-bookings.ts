import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Slots of sessions that threads have, or had: one row a discussion. Two can never have one slot at a time. */
export const bookings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("bookings")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("series", "text", (column) => column.notNull())
      .addColumn("session", "text", (column) => column.notNull())
      .addColumn("slot", "integer", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("is_taken", "integer", (column) => column.notNull())
      .addColumn("person", "text")
      .addColumn("starts_at", "bigint", (column) => column.notNull())
      .addColumn("ends_at", "bigint", (column) => column.notNull())
      .addColumn("due_at", "bigint")
      .addColumn("record", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("bookings_key", ["repository", "number"])
      .execute();
    await db.schema
      .createIndex("bookings_by_slot")
      .unique()
      .on("bookings")
      .columns(["repository", "series", "session", "slot"])
      .where(sql.ref("is_taken"), "=", 1)
      .execute();
    const index = (name: string, columns: string[]) =>
      db.schema.createIndex(name).on("bookings").columns(columns).execute();
    await index("bookings_by_due", ["repository", "due_at", "number"]);
    await index("bookings_by_state", ["repository", "state", "ends_at"]);
    await index("bookings_by_person", ["repository", "person", "ends_at"]);
  },
};
