import { sql } from "kysely";
import type { Database } from "../database.ts";
import { isPostgres } from "../in-turn.ts";

/** Whether another process, or another part of this one, has the database open. */
export async function isUsedElsewhere({ db }: Pick<Database, "db">): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    if (isPostgres(connection)) {
      const { rows } = await sql`
        select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and application_name like 'frontdesk%'`.execute(connection);
      return rows.length > 0;
    }
    // The log is given up only by whoever is alone: https://www.sqlite.org/wal.html#activating_and_configuring_wal_mode
    const [timeout] = (await sql<{ timeout: number }>`pragma busy_timeout`.execute(connection)).rows;
    await sql`pragma busy_timeout = 0`.execute(connection);
    try {
      await sql`pragma journal_mode = delete`.execute(connection);
      await sql`pragma journal_mode = wal`.execute(connection);
      return false;
    } catch {
      return true;
    } finally {
      await sql.raw(`pragma busy_timeout = ${timeout?.timeout ?? 0}`).execute(connection);
    }
  });
}
