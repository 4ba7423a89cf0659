import { PostgresAdapter, sql, type Kysely, type Transaction } from "kysely";

/**
 * A transaction that nobody else's about the same repository runs beside, on either engine: what it reads is still so
 * when it writes. SQLite has one writer at a time anyway. On PostgreSQL it holds a lock by the repository's id until it
 * ends: https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 *
 * Those of one process wait for each other before they take a connection: else a repository where much happens at once
 * has all connections waiting for its lock, and others wait for a connection.
 */
export async function inTurn<Tables, Result>(
  db: Kysely<Tables>,
  repository: number,
  act: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  if (!isPostgres(db)) return db.transaction().execute(act);
  return behind(linesOf(db), repository, () =>
    db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${repository}::bigint)`.execute(transaction);
      return act(transaction);
    }),
  );
}

/** Which engine is behind a connection, for the few statements that the two do not share. */
export function isPostgres<Tables>(db: Kysely<Tables>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** The last of each repository's transactions that are under way or wait. */
type Lines = Map<number, Promise<unknown>>;

/** Each open database has its own, by what all views of it share. */
const lines = new WeakMap<object, Lines>();

function linesOf<Tables>(db: Kysely<Tables>): Lines {
  const key = db.getExecutor().adapter;
  const known = lines.get(key) ?? new Map<number, Promise<unknown>>();
  lines.set(key, known);
  return known;
}

/** Acts when all that came before are through, however they ended. */
async function behind<Result>(line: Lines, repository: number, act: () => Promise<Result>): Promise<Result> {
  const acting = (line.get(repository) ?? Promise.resolve()).then(act);
  const ended = acting.catch(() => undefined);
  line.set(repository, ended);
  try {
    return await acting;
  } finally {
    if (line.get(repository) === ended) line.delete(repository);
  }
}
