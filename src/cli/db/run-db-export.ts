import { createWriteStream, rmSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { createProgress, type ProgressOptions } from "../../evaluation/run/progress.ts";
import type { DatabasePlace } from "../../storage/database.ts";
import { readState } from "../../storage/database-state.ts";
import { dumpDatabase } from "../../storage/transfer/dump-database.ts";
import { CommandError } from "../command-error.ts";
import { exitCodes } from "../exit-codes.ts";
import { fileWords } from "../known-errors.ts";
import { onInterrupt } from "../terminal/on-interrupt.ts";
import { printJson } from "../terminal/print.ts";
import { withDatabase } from "./with-database.ts";

interface Options extends ProgressOptions {
  readonly out: string;
}

/** `frontdesk db export`: the file is there as a whole or not at all, and nobody else may read it. */
export async function runDbExport(place: DatabasePlace, { out, ...options }: Options): Promise<void> {
  await withDatabase(place, async (database) => {
    const progress = createProgress(process.stderr, options);
    const { tables } = await readState(database);
    const total = tables.reduce((sum, { rows }) => sum + rows, 0);
    const beside = `${out}.${process.pid}.part`;
    let done = 0;
    progress.start("Exporting rows", total);
    const ended = onInterrupt(() => {
      progress.stop();
      rmSync(beside, { force: true });
      return "Stopped. No file was left.";
    });
    try {
      const lines = dumpDatabase(database, new Date(), (rows) => progress.update((done = rows)));
      await pipeline(Readable.from(lines), createGzip(), createWriteStream(beside, { mode: 0o600 }));
      await rename(beside, out);
    } catch (error) {
      // Where there is none, what stood in its way is told below.
      await rm(beside, { force: true }).catch(() => undefined);
      if (!isOfFile(error)) throw error;
      const isFull = error.code === "ENOSPC" || error.code === "EDQUOT";
      throw new CommandError(
        `${out} cannot be written: ${fileWords(error)}.`,
        isFull ? exitCodes.failed : exitCodes.wrongUse,
      );
    } finally {
      ended();
      progress.stop();
    }
    progress.say(`${done} rows of ${tables.length} tables are in ${out}. Keep it as safe as the database.`);
    if (options.json) printJson({ file: out, tables: tables.length, rows: done });
  });
}

function isOfFile(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "path" in error;
}
