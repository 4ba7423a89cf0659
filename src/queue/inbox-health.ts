import type { Kysely } from "kysely";
import type { InboxHealth } from "../core/inbox-health.ts";
import type { Tables } from "../storage/tables.ts";

/** A lease that ran out so long ago, in milliseconds, is one that nobody takes up. */
const stuckAfterMs = 60_000;

/** How an inbox is getting on, beside its counts: for whoever watches it. Cheap, by the indexes that claiming uses. */
export async function readInboxHealth(db: Kysely<Tables>, now: Date): Promise<InboxHealth> {
  const at = now.getTime();
  const oldest = await db
    .selectFrom("deliveries")
    .select("received_at as at")
    .where("state", "=", "waiting")
    .where("run_at", "<=", at)
    // Numbers rise as deliveries come: the first one that is due, however many wait behind it.
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  const stuck = await db
    .selectFrom("deliveries")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("finished_at", "is", null)
    .where("state", "=", "running")
    .where("lease_until", "<", at - stuckAfterMs)
    .executeTakeFirstOrThrow();
  // From the newest on: our own events are few between two webhooks.
  const last = await db
    .selectFrom("deliveries")
    .select("received_at")
    .where("name", "!=", "frontdesk")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    oldestWaiting: typeof oldest?.at === "number" ? new Date(oldest.at) : undefined,
    lastWebhook: last && new Date(last.received_at),
    stuck: stuck.count,
  };
}
