import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { sql } from "kysely";
import { errorLine } from "../core/log.ts";
import type { Database } from "./open-database.ts";

/** Room for the largest webhook, which is written twice: into the log, and from there into the database. */
const minFreeBytes = 64 * 1024 * 1024;
/** One answer holds this long, in milliseconds: whoever asks cannot keep the disk busy. */
const goodForMs = 2_000;

/**
 * Finds out whether what comes could be written down: by writing, since a full disk goes unnoticed until then. The
 * answer is why not, in a few words, or undefined.
 */
export function writeProbe(
  { db, file }: Pick<Database, "db" | "file">,
  least: number = minFreeBytes,
): () => Promise<string | undefined> {
  let last: { readonly at: number; readonly answer: Promise<string | undefined> } | undefined;
  let count = 0;
  const probe = async () => {
    try {
      // A number in the file's header that SQLite leaves to applications, and we to this.
      await sql.raw(`pragma user_version = ${(count = (count + 1) % 1_000)}`).execute(db);
    } catch (error) {
      return `the database cannot be written (${errorLine(error)})`;
    }
    const { bavail, bsize } = await statfs(dirname(file));
    return bavail * bsize < least ? "the disk is almost full" : undefined;
  };
  return () => {
    const now = performance.now();
    if (!last || now - last.at > goodForMs) last = { at: now, answer: probe() };
    return last.answer;
  };
}
