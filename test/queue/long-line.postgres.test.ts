import { sql, type Transaction } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { acceptDeliveries } from "../../src/queue/accept-deliveries.ts";
import { installationsDue, nextClaimableAt, nextOf } from "../../src/queue/claimable.ts";
import type { Database } from "../../src/storage/open-database.ts";
import type { Tables } from "../../src/storage/tables.ts";
import { openPostgresDatabase } from "../helpers/test-postgres.ts";

let database: Database;
let remove: () => Promise<void>;
const inLine = 3_000;

/** As many deliveries as it takes, each of a key and a person of its own. */
async function fill(count: number, ended: object): Promise<void> {
  const { db } = database;
  const from = Object.keys(ended).length > 0 ? "done" : "waiting";
  const rows = Array.from({ length: count }, (_, index) => ({
    id: `${from}-${index}`,
    name: "issues",
    order_key: `${from}:${index}`,
    installation: 1,
    actor: from === "done" ? null : `person-${index}`,
    state: "waiting" as const,
    attempts: 0,
    received_at: 1,
    run_at: 1,
    ...ended,
  }));
  for (let at = 0; at < count; at += 500) {
    await db
      .insertInto("deliveries")
      .values(rows.slice(at, at + 500))
      .execute();
  }
}

/** How many rows of the line PostgreSQL looks at for what is done; it is undone. */
async function rowsReadBy(act: (transaction: Transaction<Tables>) => Promise<unknown>): Promise<number> {
  let [before, after] = [Number.NaN, Number.NaN];
  const undo = new Error("undone");
  const looked = database.db.transaction().execute(async (transaction) => {
    before = await rowsRead(transaction);
    await act(transaction);
    after = await rowsRead(transaction);
    throw undo;
  });
  await expect(looked).rejects.toBe(undo);
  return after - before;
}

/** By this connection, of what the server has not added to its statistics yet. */
async function rowsRead(transaction: Transaction<Tables>): Promise<number> {
  const { rows } = await sql<{ readonly read: string }>`
    select seq_tup_read + coalesce(idx_tup_fetch, 0) as read
    from pg_stat_xact_user_tables where relname = 'deliveries'`.execute(transaction);
  return Number(rows[0]?.read);
}

const arrival = {
  delivery: { id: "new", name: "issues", payload: {} },
  position: { orderKey: "new:1", installation: 1, priority: 1, actor: "ann", cause: "comment:1" },
  at: new Date(2),
  outcome: undefined,
};

/** The line was empty when PostgreSQL last counted, as it mostly is. */
beforeAll(async () => {
  ({ database, remove } = await openPostgresDatabase());
  await sql`alter table deliveries set (autovacuum_enabled = off)`.execute(database.db);
  await fill(2_000, { state: "done", finished_at: 5 });
  await sql`analyze deliveries`.execute(database.db);
  await fill(inLine, {});
});
afterAll(() => remove());

it.each<[string, (transaction: Transaction<Tables>) => Promise<unknown>]>([
  ["accepts what comes", (db) => acceptDeliveries(db, [arrival])],
  ["knows whose turn it is", (db) => installationsDue(db, new Date(2), -1)],
  [
    "finds what is next",
    (db) => nextOf(db, { installation: 1, now: new Date(2), inFlight: [], leftBehind: false }).execute(),
  ],
  ["knows when something is next", (db) => nextClaimableAt(db)],
  [
    "ends what was done, and moves on",
    (db) => sql`update deliveries set state = 'done', finished_at = 6 where id = 'waiting-7'`.execute(db),
  ],
  [
    "puts back what has to wait",
    async (db) => {
      await sql`update deliveries set state = 'running' where id = 'waiting-7'`.execute(db);
      await sql`update deliveries set state = 'waiting', run_at = 9 where id = 'waiting-7'`.execute(db);
    },
  ],
])("a long line is not read by whoever %s", async (_, act) => {
  expect(await rowsReadBy(act)).toBeLessThan(inLine / 50);
});
