import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { sql, type Kysely } from "kysely";
import { errorLine } from "../../core/log.ts";
import type { Tables } from "../tables.ts";

/** Room for the largest webhook, which is written twice: into the log, and from there into the database. */
const minFreeBytes = 64 * 1024 * 1024;

let count = 0;

/** See `Database.writeProblem`: a full disk goes unnoticed until something is written. */
export async function writeProblem(
  db: Kysely<Tables>,
  file: string,
  least: number = minFreeBytes,
): Promise<string | undefined> {
  try {
    // A number in the file's header that SQLite leaves to applications, and we to this.
    await sql.raw(`pragma user_version = ${(count = (count + 1) % 1_000)}`).execute(db);
  } catch (error) {
    return `the database cannot be written (${errorLine(error)})`;
  }
  const { bavail, bsize } = await statfs(dirname(file));
  return bavail * bsize < least ? "the disk is almost full" : undefined;
}
