import { dirname } from "node:path";
import { UnusableDatabaseError } from "../unusable-database.ts";

/**
 * What an operator can do about an error of SQLite or of the file system, as an `UnusableDatabaseError`; the error itself
 * where that is not known, such as one of ours.
 */
export function explainSqlite(error: unknown, file: string): unknown {
  if (error instanceof UnusableDatabaseError || !(error instanceof Error)) return error;
  const said = told(error, file);
  if (said === undefined) return error;
  return new UnusableDatabaseError(`${file} cannot be used: ${said}`, { cause: error });
}

/** Result codes, of which the lowest byte counts: https://www.sqlite.org/rescode.html */
function told(error: Error, file: string): string | undefined {
  if ("errcode" in error && typeof error.errcode === "number") return byResult(file)[error.errcode & 0xff];
  return "code" in error && typeof error.code === "string" ? byCode(file)[error.code] : undefined;
}

const rights = (file: string) =>
  `it, or its folder, can only be read. Let the user that runs Frontdesk write to ${dirname(file)}, or choose another folder (DATA_FOLDER).`;
const full = (file: string) =>
  `the disk is full. Make room where ${dirname(file)} is; nothing that was accepted is lost.`;
const damaged =
  "it is damaged, or not a database of SQLite. Keep a copy of it, and restore a backup; `sqlite3 <file> .recover` saves what can still be read.";

const byResult = (file: string): Readonly<Record<number, string>> => ({
  5: "another process holds it. Stop what has it open for long, such as a shell in a transaction or a copy under way.",
  6: "another connection holds it.",
  8: rights(file),
  10: `the disk fails to read or to write it. See the system's log, and restore a backup where ${dirname(file)} is damaged.`,
  11: damaged,
  13: full(file),
  14: `it cannot be opened. Let the user that runs Frontdesk read and write ${dirname(file)}.`,
  26: damaged,
});

const byCode = (file: string): Readonly<Record<string, string>> => ({
  EACCES: rights(file),
  EPERM: rights(file),
  EROFS: rights(file),
  ENOSPC: full(file),
  EDQUOT: full(file),
  EISDIR: "it is a folder (EISDIR). Move it away, or choose another folder (DATA_FOLDER).",
  ENOTDIR: "a part of its path is a file (ENOTDIR). Choose another folder (DATA_FOLDER).",
  EEXIST: "a part of its path is a file (EEXIST). Choose another folder (DATA_FOLDER).",
});
