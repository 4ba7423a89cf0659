import { rm } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { errorLine } from "../core/log.ts";
import { openDatabase } from "./open-database.ts";

/**
 * For a data folder that is a copy of what can be read again, such as one from the cache of GitHub Actions: deletes its
 * database where that is damaged, somebody else's or of a newer version, and tells why; undefined where it is good, or
 * there is none. Takes some 50 ms for 10 MB.
 */
export async function discardUnusable(dataFolder: string): Promise<string | undefined> {
  const fault = await faultOf(dataFolder).catch((error: unknown) => errorLine(error));
  if (fault === undefined) return undefined;
  for (const ending of ["", "-wal", "-shm"]) {
    await rm(join(dataFolder, `frontdesk.db${ending}`), { recursive: true, force: true });
  }
  return fault;
}

async function faultOf(dataFolder: string): Promise<string | undefined> {
  const database = await openDatabase({ dataFolder });
  try {
    // https://www.sqlite.org/pragma.html#pragma_quick_check
    const { rows } = await sql<{ readonly quick_check: string }>`pragma quick_check(1)`.execute(database.db);
    const [found] = rows;
    return found?.quick_check === "ok" ? undefined : `the database is damaged: ${found?.quick_check ?? "no answer"}`;
  } finally {
    await database.close();
  }
}
