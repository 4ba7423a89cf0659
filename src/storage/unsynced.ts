import { sql, type Expression, type Kysely, type SqlBool } from "kysely";
import { isPostgres } from "./in-turn.ts";

/**
 * Runs one statement whose commit need not be on disk when it is told: if the machine or the server crashes, the last ones
 * may be lost, in the order in which they were made, and nothing else. Once a commit that waits for the disk is told, all
 * before it are on disk too. The end of our own process loses none of them.
 *
 * The statement takes `later` among its conditions. On PostgreSQL that sets `synchronous_commit` for this transaction
 * (https://www.postgresql.org/docs/current/wal-async-commit.html); SQLite syncs its log at commits of `synchronous = full`
 * alone (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
export async function unsynced<Tables, Result>(
  db: Kysely<Tables>,
  run: (db: Kysely<Tables>, later: Expression<SqlBool>) => Promise<Result>,
): Promise<Result> {
  if (isPostgres(db)) return run(db, sql<SqlBool>`set_config('synchronous_commit', 'off', true) = 'off'`);
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await run(connection, sql<SqlBool>`1 = 1`);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
}
