import type { Database, DatabasePlace } from "./database.ts";
import { openSqlite, openSqliteBeside } from "./sqlite/open-sqlite.ts";

export type { Database, DatabasePlace } from "./database.ts";

/**
 * Open the database, with tables up to date: on the server of `databaseUrl`, or else `frontdesk.db` in the data folder,
 * making both when they are not there. Several processes may have it open. Within one thread open it once: two of
 * SQLite's connections would wait for each other.
 *
 * Rejects with `UnusableDatabaseError`, which tells the operator what to do, when it cannot be used: it cannot be reached
 * or written, it is damaged, it belongs to another application, or a newer version of Frontdesk has written it.
 */
export async function openDatabase({ dataFolder, databaseUrl }: DatabasePlace): Promise<Database> {
  return databaseUrl === undefined ? openSqlite(dataFolder) : (await onServer()).openPostgres(databaseUrl);
}

/**
 * Open the same database once more, for another thread of a process that has opened it. What is written through this
 * connection should be what can be made again: if the machine crashes, its last writes may be lost.
 */
export async function openBeside({ dataFolder, databaseUrl }: DatabasePlace): Promise<Database> {
  return databaseUrl === undefined ? openSqliteBeside(dataFolder) : (await onServer()).openPostgresBeside(databaseUrl);
}

/** Loaded where a server is named: whoever has a file in the data folder pays nothing for the other engine. */
function onServer() {
  return import("./postgres/open-postgres.ts");
}
