import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Command } from "commander";
import { createProgress } from "../../evaluation/run/progress.ts";
import type { DatabasePlace } from "../../storage/database.ts";
import { readState } from "../../storage/database-state.ts";
import { dumpDatabase } from "../../storage/transfer/dump-database.ts";
import { withDatabase } from "./with-database.ts";

/** `frontdesk db export`: the file is there as a whole or not at all, and nobody else may read it. */
export async function runDbExport(command: Command, place: DatabasePlace, out: string): Promise<void> {
  await withDatabase(command, place, async (database) => {
    const progress = createProgress(process.stderr);
    const { tables } = await readState(database);
    const total = tables.reduce((sum, { rows }) => sum + rows, 0);
    const beside = `${out}.${process.pid}.part`;
    let done = 0;
    progress.start("Exporting rows", total);
    try {
      const lines = dumpDatabase(database, new Date(), (rows) => progress.update((done = rows)));
      await pipeline(Readable.from(lines), createGzip(), createWriteStream(beside, { mode: 0o600 }));
      await rename(beside, out);
    } catch (error) {
      await rm(beside, { force: true });
      if (isOfFile(error)) return command.error(`${out} cannot be written: ${error.message}`, { exitCode: 2 });
      throw error;
    } finally {
      progress.stop();
    }
    progress.say(`${done} rows of ${tables.length} tables are in ${out}. Keep it as safe as the database.`);
  });
}

function isOfFile(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "path" in error;
}
