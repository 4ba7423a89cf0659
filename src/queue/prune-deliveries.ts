import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Tables } from "../storage/tables.ts";

/** Deliveries deleted in one transaction, so that nobody waits long for the write lock. */
const pruneBatch = 500;

/** Deletes what was done before a time, and answers how many that were. */
export async function pruneDeliveries(db: Kysely<Tables>, before: Date): Promise<number> {
  for (let pruned = 0; ; await yieldToEventLoop()) {
    const { numDeletedRows } = await db
      .deleteFrom("deliveries")
      .where("seq", "in", (eb) =>
        eb
          .selectFrom("deliveries as old")
          .select("old.seq")
          .where("old.state", "=", "done")
          .where("old.finished_at", "<", before.getTime())
          .limit(pruneBatch),
      )
      .executeTakeFirstOrThrow();
    pruned += Number(numDeletedRows);
    if (numDeletedRows < BigInt(pruneBatch)) return pruned;
  }
}
