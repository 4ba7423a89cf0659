import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** How far GitHub's list of webhooks was read, and which of them are lost so far. */
export const webhookSweeps: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("webhook_sweeps")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("seen_to", "integer", (column) => column.notNull())
      .execute();
    await db.schema
      .createTable("lost_webhooks")
      .addColumn("guid", "text", (column) => column.primaryKey())
      // Nineteen digits: a number of JavaScript does not hold them.
      .addColumn("attempt", "text", (column) => column.notNull())
      .addColumn("sent_at", "integer", (column) => column.notNull())
      .addColumn("asked", "integer", (column) => column.notNull())
      .addColumn("asked_at", "integer", (column) => column.notNull())
      .execute();
  },
};
