import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Whether GitHub refused a part of what a finished delivery planned, or something that it needed was gone. */
export const shortfalls: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("deliveries").addColumn("shortfall", "text").execute();
    await db.schema
      .createIndex("deliveries_by_shortfall")
      .on("deliveries")
      .columns(["shortfall", "seq"])
      .where(sql.ref("shortfall"), "is not", null)
      .execute();
  },
};
