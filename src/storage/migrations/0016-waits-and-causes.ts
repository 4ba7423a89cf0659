import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Since when a delivery waits, for a clock that was set back; and what it tells of that can happen only once. */
export const waitsAndCauses: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("deliveries").addColumn("put_back_at", "bigint").execute();
    await db.schema.alterTable("deliveries").addColumn("cause", "text").execute();
    await db.schema
      .createIndex("deliveries_by_cause")
      .on("deliveries")
      .columns(["cause"])
      .where(sql.ref("cause"), "is not", null)
      .execute();
  },
};
