import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import { sql, type ExpressionBuilder, type Kysely } from "kysely";
import type { Forgotten } from "../core/inbox.ts";
import type { Tables } from "../storage/tables.ts";
import { noLease } from "./lease.ts";

/** Deliveries forgotten in one transaction, so that nobody waits long for the write lock. */
const atOnce = 200;

/**
 * Forgets what deliveries said that came up to the delivery `by`: those that are done or given up, and those that still
 * wait, which are done with. What is in progress, `by` too, is marked to be forgotten when it ends.
 */
export async function forgetDeliveries(db: Kysely<Tables>, what: Forgotten, by: string, at: Date): Promise<void> {
  await forgetSelected(db, of(db, what), by, at);
  if ("repository" in what) await forgetSelected(db, listing(db, what.repository), by, at);
}

async function forgetSelected(db: Kysely<Tables>, which: ReturnType<typeof of>, by: string, at: Date): Promise<void> {
  const { seq: last } = await db.selectFrom("deliveries").select("seq").where("id", "=", by).executeTakeFirstOrThrow();
  for (let after = -1; ; await yieldToEventLoop()) {
    const rows = await which
      .select(["seq", "state", "outcome"])
      .where("seq", ">", after)
      .where("seq", "<=", last)
      .orderBy("seq")
      .limit(atOnce)
      .execute();
    const end = rows.at(-1);
    if (end === undefined) return;
    after = end.seq;
    await db.transaction().execute(async (transaction) => {
      for (const row of rows) {
        if (row.state === "running") await forgetLater(transaction, row.seq);
        else await forgetNow(transaction, row.seq, row.outcome, row.state === "done" ? undefined : at);
      }
    });
  }
}

function of(db: Kysely<Tables>, what: Forgotten) {
  const rows = db.selectFrom("deliveries");
  if ("repository" in what) return rows.where("repository", "=", what.repository);
  if ("installation" in what) return rows.where("repository", "is", null).where("installation", "=", what.installation);
  const { orderKey, about } = what;
  const ofThread = rows.where("order_key", "=", orderKey);
  return about === undefined ? ofThread : ofThread.where((eb) => eb.exists(saysId(eb, about)));
}

/** Deliveries of no repository, such as ticks, whose plans name this one among others. */
function listing(db: Kysely<Tables>, repository: number) {
  const pattern = `%"repository":{"id":${repository},%`;
  return db
    .selectFrom("deliveries")
    .where("repository", "is", null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("delivery_plans")
          .select("delivery_plans.delivery")
          .whereRef("delivery_plans.delivery", "=", "deliveries.seq")
          .where("delivery_plans.plan", "like", pattern),
      ),
    );
}

/** Ids of GitHub's have letters, digits, `_`, `-` and `=`: of these `_` alone means something to `like`. */
function saysId(eb: ExpressionBuilder<Tables, "deliveries">, id: string) {
  const pattern = `%"${id.replaceAll("_", String.raw`\_`)}"%`;
  return eb
    .selectFrom("delivery_payloads")
    .select("delivery_payloads.delivery")
    .whereRef("delivery_payloads.delivery", "=", "deliveries.seq")
    .where(sql<boolean>`delivery_payloads.payload like ${pattern} escape ${"\\"}`);
}

/** What has ended by then stays as it is: whoever forgets looks again. */
export async function forgetLater(db: Kysely<Tables>, seq: number): Promise<void> {
  await db
    .updateTable("deliveries")
    .set({ forget_at_end: 1 })
    .where("seq", "=", seq)
    .where("finished_at", "is", null)
    .execute();
}

/** `endedAt`: it was waiting, or a dead letter that can never be retried now. */
export async function forgetNow(
  db: Kysely<Tables>,
  seq: number,
  outcome: string | null,
  endedAt?: Date,
): Promise<void> {
  await db.deleteFrom("delivery_payloads").where("delivery", "=", seq).execute();
  await db.deleteFrom("delivery_plans").where("delivery", "=", seq).execute();
  await db
    .updateTable("deliveries")
    .set({
      outcome: withoutWords(outcome),
      forget_at_end: 0,
      actor: null,
      ...(endedAt && { state: "done" as const, finished_at: endedAt.getTime(), ...noLease }),
    })
    .where("seq", "=", seq)
    .execute();
}

/** How the outcome of a forgotten delivery ends. */
export const restForgotten = "; the rest was forgotten";

/** What an outcome says of features and commands, without what they found: paths, headings, names. */
function withoutWords(outcome: string | null): string {
  const parts = (outcome ?? "").split("; ").flatMap((part) => /^[\w:/ -]{1,60}?(?=: )/.exec(part)?.[0] ?? []);
  return `${[...new Set(parts)].join(", ") || "done"}${restForgotten}`;
}

/** Forgets a delivery that was in progress when it was to be forgotten, and has ended; false for any other. */
export async function forgetEnded(db: Kysely<Tables>, id: string): Promise<boolean> {
  const row = await db
    .selectFrom("deliveries")
    .select(["seq", "outcome"])
    .where("id", "=", id)
    .where("forget_at_end", "=", 1)
    .executeTakeFirst();
  if (row === undefined) return false;
  await db.transaction().execute((transaction) => forgetNow(transaction, row.seq, row.outcome));
  return true;
}

/** Forgets a delivery that has ended and is of a repository of which nothing is kept. */
export async function forgetStray(db: Kysely<Tables>, id: string): Promise<void> {
  const row = await db
    .selectFrom("deliveries")
    .select(["seq", "outcome"])
    .where("id", "=", id)
    .where("repository", "is not", null)
    .where("repository", "not in", (eb) => eb.selectFrom("repositories").select("repositories.id"))
    .executeTakeFirst();
  if (row !== undefined) await db.transaction().execute((transaction) => forgetNow(transaction, row.seq, row.outcome));
}

/** Forgets what was said by deliveries that were done before a time, and answers how many that were. */
export async function forgetDone(db: Kysely<Tables>, before: Date): Promise<number> {
  for (let forgotten = 0; ; await yieldToEventLoop()) {
    const rows = await db
      .selectFrom("deliveries")
      .innerJoin("delivery_payloads as said", "said.delivery", "deliveries.seq")
      .select(["deliveries.seq", "deliveries.outcome"])
      .where("deliveries.state", "=", "done")
      .where("deliveries.finished_at", "<", before.getTime())
      .orderBy("deliveries.finished_at")
      .limit(atOnce)
      .execute();
    await db.transaction().execute(async (transaction) => {
      for (const { seq, outcome } of rows) await forgetNow(transaction, seq, outcome);
    });
    forgotten += rows.length;
    if (rows.length < atOnce) return forgotten;
  }
}

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
