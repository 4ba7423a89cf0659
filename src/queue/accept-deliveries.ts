import { sql, type Insertable, type Kysely } from "kysely";
import type { Delivery } from "../core/delivery.ts";
import type { QueuePosition } from "../core/inbox.ts";
import { isPostgres } from "../storage/in-turn.ts";
import type { Tables } from "../storage/tables.ts";
import { compareText } from "../text/compare-text.ts";
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

type Row = Insertable<Tables["deliveries"]>;

/**
 * Writes deliveries, each with an id of its own, down in the lines of their positions, or as done where their outcome is
 * known; their payloads with them or neither. Answers the ids of those that were not known. Rejects where one of them
 * cannot be written, or was told to another process meanwhile; nothing is written then. On SQLite the caller has a
 * transaction around it.
 */
export async function acceptDeliveries(db: Kysely<Tables>, arrivals: readonly Arrival[]): Promise<ReadonlySet<string>> {
  const told = await toldBefore(db, arrivals);
  const inLine = await countInLine(db, arrivals);
  const written = arrivals.map((arrival): Written => {
    return { row: toRow(arrival, told, inLine), payload: JSON.stringify(arrival.delivery.payload) ?? "null" };
  });
  return new Set(await (isPostgres(db) ? insertAtOnce(db, written) : insertBoth(db, written)));
}

/** `told`: by cause, the id that told of it first. `inLine`: how many unfinished ones a person has, see `countInLine`. */
function toRow(
  { delivery, position, at, outcome }: Arrival,
  told: Map<string, string>,
  inLine: Map<string, number>,
): Row {
  const { id, name, payload } = delivery;
  const { orderKey: order_key, installation, repository = null, cause = null, actor = null } = position;
  const ended = outcome ?? outcomeOfReplay(id, cause, told);
  return {
    id,
    name,
    action: actionOf(payload),
    order_key,
    installation,
    repository,
    priority: ended === undefined ? priorityOf(position, inLine) : position.priority,
    ...(ended === undefined
      ? { state: "waiting", actor, cause }
      : { state: "done", outcome: ended, finished_at: at.getTime() }),
    attempts: 0,
    received_at: at.getTime(),
    run_at: at.getTime(),
  };
}

interface Written {
  readonly row: Row;
  readonly payload: string;
}

/** In one statement, which is one commit and one way there and back. SQLite has no such statement, and no way. */
async function insertAtOnce(db: Kysely<Tables>, arrived: readonly Written[]): Promise<string[]> {
  // Each key is locked until all are written: in one order everywhere, so that nobody waits in a circle.
  const written = arrived.toSorted((a, b) => compareText(a.row.order_key, b.row.order_key));
  const payloads = sql.join(
    written.map(({ row, payload }) => sql`(cast(${row.id} as text), cast(${payload} as text))`),
  );
  const inserted = await db
    .with("row", (it) => insertion(it, written))
    .with("payload", (it) =>
      it
        .insertInto("delivery_payloads")
        .columns(["delivery", "payload"])
        .expression((eb) =>
          eb
            .selectFrom("row")
            .innerJoin(
              sql<{ id: string; payload: string }>`(values ${payloads})`.as<"told">(sql`told(id, payload)`),
              "told.id",
              "row.id",
            )
            .select(["row.seq", "told.payload"]),
        ),
    )
    .selectFrom("row")
    .select("id")
    .execute();
  return inserted.map(({ id }) => id);
}

async function insertBoth(db: Kysely<Tables>, written: readonly Written[]): Promise<string[]> {
  const ids: string[] = [];
  // One by one costs SQLite nothing, and its statement stays the same, prepared, however many come together.
  for (const one of written) {
    const inserted = await insertion(db, [one]).executeTakeFirst();
    if (inserted === undefined) continue;
    await db.insertInto("delivery_payloads").values({ delivery: inserted.seq, payload: one.payload }).execute();
    ids.push(inserted.id);
  }
  return ids;
}

function insertion(db: Pick<Kysely<Tables>, "insertInto">, written: readonly Written[]) {
  return db
    .insertInto("deliveries")
    .values(written.map(({ row }) => complete(row)))
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning(["seq", "id"]);
}

/** Rows of one statement have the same columns: what one lacks would else be its column's default. */
function complete(row: Row): Row {
  return { actor: null, cause: null, outcome: null, finished_at: null, ...row };
}

/** Whoever has many in line already waits behind everybody else, be it a person or a bot. */
function priorityOf({ installation, priority, actor }: QueuePosition, inLine: Map<string, number>): number {
  if (actor === undefined) return priority;
  const key = personKey(installation, actor);
  const before = inLine.get(key) ?? 0;
  inLine.set(key, before + 1);
  return before < manyInLine ? priority : behindAll;
}

function personKey(installation: number, actor: string): string {
  return `${installation} ${actor}`;
}

/** By `personKey`, how many of a person's deliveries are not done; no more are counted than matters. */
async function countInLine(db: Kysely<Tables>, arrivals: readonly Arrival[]): Promise<Map<string, number>> {
  const people = new Map(
    arrivals.flatMap(({ position: { installation, actor } }) =>
      actor === undefined ? [] : [[personKey(installation, actor), { installation, actor }] as const],
    ),
  );
  if (people.size === 0) return new Map();
  const values = [...people.values()].map(
    ({ installation, actor }) => sql`(cast(${installation} as bigint), cast(${actor} as text))`,
  );
  const { rows } = await sql<{ installation: number; actor: string; count: number }>`
    with person(installation, actor) as (values ${sql.join(values)})
    select person.installation, person.actor, (
      select count(*) from (
        select 1 from deliveries
        where installation = person.installation and actor = person.actor
        limit ${sql.lit(manyInLine)}
      ) as known
    ) as count
    from person`.execute(db);
  return new Map(rows.map(({ installation, actor, count }) => [personKey(installation, actor), count]));
}

/** What is said of a delivery that tells again what came before under another id; undefined for what is new. */
function outcomeOfReplay(id: string, cause: string | null, told: Map<string, string>): string | undefined {
  if (cause === null) return undefined;
  const before = told.get(cause) ?? id;
  told.set(cause, before);
  return before === id ? undefined : `nothing: delivery ${before} has told this before`;
}

/** By cause, the delivery that is known to have told of it. */
async function toldBefore(db: Kysely<Tables>, arrivals: readonly Arrival[]): Promise<Map<string, string>> {
  const wanted = [...new Set(arrivals.flatMap(({ position: { cause } }) => cause ?? []))];
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom("deliveries").select(["cause", "id"]).where("cause", "in", wanted).execute();
  return new Map(rows.flatMap(({ cause, id }) => (cause === null ? [] : [[cause, id] as const])));
}
