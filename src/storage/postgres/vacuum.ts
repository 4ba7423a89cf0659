import { sql, type Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/**
 * Gives the space of deleted rows free for what comes next, and their index entries with it, instead of when autovacuum
 * finds it worth while. Nobody has to wait for it: https://www.postgresql.org/docs/current/sql-vacuum.html. Rows that a
 * transaction from before can still see stay for the next time, and so does a table that somebody has locked.
 *
 * As many as ask while it runs have it run once more, for all of them.
 */
export function vacuumer(db: Kysely<Tables>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    next = undefined;
    running = vacuum(db).finally(() => {
      if (next === undefined) running = undefined;
    });
    return running;
  };
  return () => {
    if (running === undefined) return start();
    next ??= running.then(start, start);
    return next;
  };
}

async function vacuum(db: Kysely<Tables>): Promise<void> {
  const tables = await db.introspection.getTables();
  const names = tables.filter(({ isView }) => !isView).map(({ name }) => sql.table(name));
  await sql`vacuum (skip_locked, index_cleanup on) ${sql.join(names)}`.execute(db);
}
