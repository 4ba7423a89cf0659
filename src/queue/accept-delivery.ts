import type { Kysely } from "kysely";
import type { Delivery } from "../core/delivery.ts";
import type { QueuePosition } from "../core/inbox.ts";
import type { Tables } from "../storage/tables.ts";
import { actionOf } from "./delivery-rows.ts";

/** One person's deliveries in line at one installation, from which on more of theirs go behind everybody else's. */
const manyInLine = 5;
const behindAll = 9;

/**
 * Writes a delivery down in the line of its position, or as done where `outcome` says what came of it; its payload in
 * the same transaction. False when its id is known.
 */
export async function acceptDelivery(
  db: Kysely<Tables>,
  { id, name, payload }: Delivery,
  position: QueuePosition,
  at: Date,
  outcome?: string,
): Promise<boolean> {
  const text = JSON.stringify(payload) ?? "null";
  const { orderKey: order_key, installation, repository = null, cause = null, actor = null } = position;
  return db.transaction().execute(async (transaction) => {
    const ended = outcome ?? (await outcomeOfReplay(transaction, id, cause));
    const row = await transaction
      .insertInto("deliveries")
      .values({
        id,
        name,
        action: actionOf(payload),
        order_key,
        installation,
        repository,
        priority: await priorityOf(transaction, position),
        ...(ended === undefined
          ? { state: "waiting", actor, cause }
          : { state: "done", outcome: ended, finished_at: at.getTime() }),
        attempts: 0,
        received_at: at.getTime(),
        run_at: at.getTime(),
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("seq")
      .executeTakeFirst();
    if (row === undefined) return false;
    await transaction.insertInto("delivery_payloads").values({ delivery: row.seq, payload: text }).execute();
    return true;
  });
}

/** Whoever has many in line already waits behind everybody else, be it a person or a bot. */
async function priorityOf(db: Kysely<Tables>, { installation, priority, actor }: QueuePosition): Promise<number> {
  if (actor === undefined) return priority;
  const inLine = await db
    .selectFrom("deliveries")
    .select("seq")
    .where("finished_at", "is", null)
    .where("installation", "=", installation)
    .where("actor", "=", actor)
    .limit(manyInLine)
    .execute();
  return inLine.length < manyInLine ? priority : behindAll;
}

/** What is said of a delivery that tells again what came before under another id; undefined for what is new. */
async function outcomeOfReplay(db: Kysely<Tables>, id: string, cause: string | null): Promise<string | undefined> {
  if (cause === null) return undefined;
  const before = await db
    .selectFrom("deliveries")
    .select("id")
    .where("cause", "=", cause)
    .where("id", "!=", id)
    .executeTakeFirst();
  return before && `nothing: delivery ${before.id} has told this before`;
}
