import type { Insertable, Kysely } from "kysely";
import type { Delivery } from "../core/delivery.ts";
import type { QueuePosition } from "../core/inbox.ts";
import { isPostgres } from "../storage/in-turn.ts";
import { causes, isTaken } from "../storage/is-taken.ts";
import type { Tables } from "../storage/tables.ts";
import { actionOf } from "./delivery-rows.ts";

/** One person's deliveries in line at one installation, from which on more of theirs go behind everybody else's. */
const manyInLine = 5;
const behindAll = 9;

/** A delivery that came, and where it belongs. */
export interface Arrival {
  readonly delivery: Delivery;
  readonly position: QueuePosition;
  readonly at: Date;
  /** What came of it, where it is done as soon as it is written. */
  readonly outcome: string | undefined;
}

/**
 * Writes a delivery down in the line of its position, or as done where its outcome is known; its payload with it or
 * neither. False when its id is known. On SQLite the caller has a transaction around it.
 */
export async function acceptDelivery(db: Kysely<Tables>, arrival: Arrival): Promise<boolean> {
  const payload = JSON.stringify(arrival.delivery.payload) ?? "null";
  const row = await toRow(db, arrival);
  try {
    return await (isPostgres(db) ? insertAtOnce(db, row, payload) : insertBoth(db, row, payload));
  } catch (error) {
    if (!isTaken(error, causes)) throw error;
    // The same was told to another process meanwhile: looked at again, it is known.
    return acceptDelivery(db, arrival);
  }
}

type Row = Insertable<Tables["deliveries"]>;

async function toRow(db: Kysely<Tables>, { delivery, position, at, outcome }: Arrival): Promise<Row> {
  const { id, name, payload } = delivery;
  const { orderKey: order_key, installation, repository = null, cause = null, actor = null } = position;
  const ended = outcome ?? (await outcomeOfReplay(db, id, cause));
  return {
    id,
    name,
    action: actionOf(payload),
    order_key,
    installation,
    repository,
    priority: await priorityOf(db, position),
    ...(ended === undefined
      ? { state: "waiting", actor, cause }
      : { state: "done", outcome: ended, finished_at: at.getTime() }),
    attempts: 0,
    received_at: at.getTime(),
    run_at: at.getTime(),
  };
}

/** In one statement, which is one commit and one way there and back. SQLite has no such statement, and no way. */
async function insertAtOnce(db: Kysely<Tables>, row: Row, payload: string): Promise<boolean> {
  const inserted = await db
    .with("row", (it) => insertion(it, row))
    .insertInto("delivery_payloads")
    .columns(["delivery", "payload"])
    .expression((eb) => eb.selectFrom("row").select((it) => ["row.seq", it.val(payload).as("payload")]))
    .returning("delivery")
    .executeTakeFirst();
  return inserted !== undefined;
}

async function insertBoth(db: Kysely<Tables>, row: Row, payload: string): Promise<boolean> {
  const inserted = await insertion(db, row).executeTakeFirst();
  if (inserted === undefined) return false;
  await db.insertInto("delivery_payloads").values({ delivery: inserted.seq, payload }).execute();
  return true;
}

function insertion(db: Pick<Kysely<Tables>, "insertInto">, row: Row) {
  return db
    .insertInto("deliveries")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("seq");
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
