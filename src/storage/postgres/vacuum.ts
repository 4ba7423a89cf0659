import { sql, type Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/**
 * Gives the space of deleted rows free for what comes next, and their index entries with it, instead of when autovacuum
 * finds it worth while. Nobody has to wait for it: https://www.postgresql.org/docs/current/sql-vacuum.html. Rows that a
 * transaction from before can still see stay for the next time, and so does a table that somebody has locked.
 */
export async function vacuum(db: Kysely<Tables>): Promise<void> {
  const tables = await db.introspection.getTables();
  for (const { name } of tables.filter(({ isView }) => !isView)) {
    await sql`vacuum (skip_locked, index_cleanup on) ${sql.table(name)}`.execute(db);
  }
}
