import { sql, type Kysely } from "kysely";
import { isPostgres } from "../storage/in-turn.ts";
import type { Tables } from "../storage/tables.ts";

/** Longer than any lease, in milliseconds: one that lasts longer from now on was given by a clock that was ahead. */
const maxLeaseMs = 60_000;

/**
 * What was written down by a clock that is ahead of this one, since it was set back meanwhile, waits as long as it was to
 * wait then, and not until that time comes again.
 */
export async function correctTimes(db: Kysely<Tables>, now: Date): Promise<void> {
  const at = now.getTime();
  // On a server others write meanwhile, by the same clock but for what it takes to ask for it.
  const aheadOf = isPostgres(db) ? at + maxLeaseMs : at;
  await db
    .updateTable("deliveries")
    .set({
      // From now on as long as it was to wait when it was put back, or when it came.
      run_at: sql<number>`run_at - (coalesce(put_back_at, received_at) - ${at})`,
      put_back_at: at,
    })
    .where("finished_at", "is", null)
    .where("state", "=", "waiting")
    .where((eb) => eb(eb.fn.coalesce("put_back_at", "received_at"), ">", aheadOf))
    .execute();
  await db
    .updateTable("deliveries")
    .set({ lease_until: at + maxLeaseMs })
    .where("finished_at", "is", null)
    .where("state", "=", "running")
    .where("lease_until", ">", at + maxLeaseMs)
    .execute();
}

/**
 * Ends the leases of holders that are gone: what they had in progress can then be claimed at once, but for what has a plan.
 * A step of it may have been in the middle of a write that GitHub does not show yet, and whoever looks too soon writes it
 * once more; when its lease runs out, GitHub shows it or never will.
 */
export async function endLeases(db: Kysely<Tables>, isGone: (holder: string) => boolean, now: Date): Promise<void> {
  const rows = await db
    .selectFrom("deliveries")
    .select("leased_by")
    .distinct()
    .where("finished_at", "is", null)
    .where("state", "=", "running")
    .execute();
  const gone = rows.flatMap(({ leased_by }) => (leased_by !== null && isGone(leased_by) ? [leased_by] : []));
  if (gone.length === 0) return;
  await db
    .updateTable("deliveries")
    .set({ lease_until: now.getTime() })
    .where("finished_at", "is", null)
    .where("leased_by", "in", gone)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("delivery_plans").select("stage").whereRef("delivery", "=", "deliveries.seq"))),
    )
    .execute();
}

/** Ends the leases of one holder, but for those of these deliveries: what it had in progress can be claimed at once. */
export async function giveBack(db: Kysely<Tables>, holder: string, now: Date, but: readonly string[]): Promise<void> {
  const mine = db
    .updateTable("deliveries")
    .set({ lease_until: now.getTime() })
    .where("finished_at", "is", null)
    .where("leased_by", "=", holder);
  await (but.length === 0 ? mine : mine.where("id", "not in", but)).execute();
}
