import { sql } from "kysely";
import { expect, it } from "vitest";
import { openPostgresDatabase } from "../helpers/test-postgres.ts";

it("a connection that the server ends while somebody has it fails what is under way, and nothing else", async () => {
  const { database, remove } = await openPostgresDatabase();
  // An event that nobody hears would end the process, and with it this test's.
  const inTransaction = database.db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
    await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(database.db);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await sql`select 1`.execute(transaction);
  });
  await expect(inTransaction).rejects.toThrow(/terminat|not queryable|Connection/iu);
  await sql`select 1`.execute(database.db);
  await remove();
});
