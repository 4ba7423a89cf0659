import { PostgresAdapter, sql, type Kysely, type Transaction } from "kysely";

/**
 * A transaction that nobody else's about the same repository runs beside, on either engine: what it reads is still so
 * when it writes. SQLite has one writer at a time anyway. On PostgreSQL it holds a lock by the repository's id until it
 * ends: https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
export async function inTurn<Tables, Result>(
  db: Kysely<Tables>,
  repository: number,
  act: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    if (isPostgres(transaction)) await sql`select pg_advisory_xact_lock(${repository}::bigint)`.execute(transaction);
    return act(transaction);
  });
}

/** Which engine is behind a connection, for the few statements that the two do not share. */
export function isPostgres<Tables>(db: Kysely<Tables>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
