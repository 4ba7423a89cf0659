import type { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";

/** Free pages given back in one step, and the pause between steps in milliseconds: others want to write as well. */
const pagesAtOnce = 500;
const pauseMs = 5;
/** How often it is tried to empty the log while others read, a pause of this many milliseconds apart. */
const maxTries = 40;
const betweenTriesMs = 50;

/** SQLite's value of `auto_vacuum` for giving pages back when told: https://www.sqlite.org/pragma.html#pragma_auto_vacuum */
const incremental = 2;

/**
 * Let free pages be given back later without writing the whole file anew. A database from before has to be written anew
 * once for that, which also leaves behind what was deleted in it before deleted content was overwritten.
 */
export function makeShrinkable(connection: DatabaseSync): void {
  if (read(connection, "auto_vacuum") === incremental) return;
  connection.exec("pragma auto_vacuum = incremental");
  if (read(connection, "page_count") === 0) return;
  connection.exec("vacuum");
}

function read(connection: DatabaseSync, pragma: string): unknown {
  return Object.values(connection.prepare(`pragma ${pragma}`).get() ?? {})[0];
}

/**
 * See `Database.reclaim`. Deleted content is overwritten in the database itself as it is deleted; this gives the space back to
 * the system, and leaves nothing in the write-ahead log. What could not be done because others read all the time is done the next
 * time.
 */
export async function reclaim(db: Kysely<Tables>, connection: DatabaseSync): Promise<void> {
  // Nobody else's transaction is under way on the connection while it is our turn.
  const atOurTurn = async <Result>(act: () => Result) => db.connection().execute(async () => act());
  while (await atOurTurn(() => givePagesBack(connection))) await sleep(pauseMs);
  for (let tries = 0; tries < maxTries && !(await atOurTurn(() => emptyLog(connection))); tries++) {
    await sleep(betweenTriesMs);
  }
}

/** Whether there may be more to give back. */
function givePagesBack(connection: DatabaseSync): boolean {
  const free = Number(read(connection, "freelist_count"));
  if (free === 0) return false;
  connection.exec(`pragma incremental_vacuum(${pagesAtOnce})`);
  return free > pagesAtOnce;
}

/** False while somebody reads what is only in the log; waiting for that here would hold up everybody. */
function emptyLog(connection: DatabaseSync): boolean {
  const timeout = Number(read(connection, "busy_timeout"));
  connection.exec("pragma busy_timeout = 0");
  try {
    return read(connection, "wal_checkpoint(truncate)") === 0;
  } finally {
    connection.exec(`pragma busy_timeout = ${timeout}`);
  }
}
