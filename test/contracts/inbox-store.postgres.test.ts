import { sql } from "kysely";
import { afterAll, beforeAll } from "vitest";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import type { Database } from "../../src/storage/open-database.ts";
import { openPostgresDatabase } from "../helpers/test-postgres.ts";
import { inboxContract, type InboxWorld } from "./inbox-contract.ts";

let database: Database;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ database, remove } = await openPostgresDatabase());
});
afterAll(() => remove());

/** One database for all, emptied for each: making one takes longer than most tests. */
const onPostgres = async (): Promise<InboxWorld> => {
  await sql`truncate deliveries, delivery_payloads, delivery_plans, delivery_steps`.execute(database.db);
  return {
    as: (holder) => Promise.resolve(new InboxStore(database, holder)),
    close: () => Promise.resolve(),
  };
};

inboxContract("PostgreSQL", onPostgres, 8);
