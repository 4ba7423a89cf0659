import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Database, DatabasePlace } from "./database.ts";
import { openPostgresAsItIs } from "./postgres/open-postgres.ts";
import { openSqliteAsItIs } from "./sqlite/open-sqlite.ts";

/**
 * Open a database to look at it: nothing is made or brought up to date. Undefined where the data folder has none. Rejects
 * with `UnusableDatabaseError` where it cannot be read.
 */
export async function openAsItIs({ dataFolder, databaseUrl }: DatabasePlace): Promise<Database | undefined> {
  if (databaseUrl !== undefined) return openPostgresAsItIs(databaseUrl);
  return existsSync(join(dataFolder, "frontdesk.db")) ? openSqliteAsItIs(dataFolder) : undefined;
}
