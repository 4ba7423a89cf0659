import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Finds what came about one thread among all that is done with. Apart from the index of what is not, by which claiming goes. */
export const finishedByKey: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createIndex("deliveries_finished_by_key")
      .on("deliveries")
      .columns(["order_key", "seq"])
      .where(sql.ref("finished_at"), "is not", null)
      .execute();
  },
};
