import { createReadStream } from "node:fs";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { createProgress, type ProgressOptions } from "../../evaluation/run/progress.ts";
import type { DatabasePlace } from "../../storage/database.ts";
import { openDatabase } from "../../storage/open-database.ts";
import { loadDump } from "../../storage/transfer/load-dump.ts";
import { linesIn } from "../../storage/transfer/lines-in.ts";
import { RefusedDumpError } from "../../storage/transfer/refused-dump.ts";
import { CommandError } from "../command-error.ts";
import { fileWords } from "../known-errors.ts";
import { printJson } from "../terminal/print.ts";

/** `frontdesk db import`: into a database that is made here, or is empty. Exits 2 for a file that is not taken. */
export async function runDbImport(place: DatabasePlace, file: string, options: ProgressOptions): Promise<void> {
  const progress = createProgress(process.stderr, options);
  const database = await openDatabase(place);
  try {
    progress.start("Importing rows", 0);
    const { tables, rows } = await loadDump(database, linesOf(file), (done) => progress.update(done));
    progress.stop();
    progress.say(`${rows} rows of ${tables} tables are in ${database.place}, counted and compared.`);
    if (options.json) printJson({ place: database.place, tables, rows });
  } catch (error) {
    progress.stop();
    if (!(error instanceof RefusedDumpError)) throw error;
    throw new CommandError(`${error.message}. Nothing was changed.`);
  } finally {
    await database.close();
  }
}

/** The lines of a packed file. Rejects with `RefusedDumpError` where it cannot be read or unpacked. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = new PassThrough();
  const reading = pipeline(createReadStream(file), createGunzip(), unpacked);
  // Heard below, when what came before it is through.
  reading.catch(() => undefined);
  try {
    yield* linesIn(unpacked);
    await reading;
  } catch (error) {
    if (error instanceof Error && "code" in error)
      throw new RefusedDumpError(`${file} cannot be read: ${fileWords(error)}`);
    throw error;
  }
}
