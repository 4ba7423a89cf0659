import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type Database, type DatabasePlace } from "../../src/storage/open-database.ts";
import { lendPostgresDatabase } from "./test-postgres.ts";

/** Whether this run is on PostgreSQL: the projects of vitest say so, and the same tests run in one for each engine. */
export const onPostgres = process.env["FRONTDESK_ENGINE"] === "postgres";

/** The name of the engine, for names of tests. */
export const engineName = onPostgres ? "PostgreSQL" : "SQLite";

/** Where a test has a database of its own, with all tables and nothing in them; `remove` takes it away when it is closed. */
export interface TestPlace {
  readonly place: DatabasePlace;
  remove(): Promise<void>;
}

/** A place on the engine of this run. */
export async function newTestPlace(): Promise<TestPlace> {
  return newTestPlaceOn(onPostgres ? "postgres" : "sqlite");
}

/** A place on one of the engines; on PostgreSQL only where this run has it. It has a data folder in either case. */
export async function newTestPlaceOn(engine: "sqlite" | "postgres"): Promise<TestPlace> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-"));
  const dataFolder = join(folder, "data");
  await mkdir(dataFolder, { mode: 0o700 });
  const lent = engine === "postgres" ? await lendPostgresDatabase() : undefined;
  if (!lent) await writeFile(join(dataFolder, "frontdesk.db"), await (emptyDatabase ??= makeEmptyDatabase()));
  return {
    place: { dataFolder, ...(lent && { databaseUrl: lent.url }) },
    remove: async () => {
      await lent?.giveBack();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An open database of its own; its `close` takes it away. */
export async function openTestDatabase(): Promise<Database> {
  const { place, remove } = await newTestPlace();
  const database = await openDatabase(place);
  return {
    ...database,
    close: async () => {
      await database.close();
      await remove();
    },
  };
}

/** A file with all tables and nothing in them. Making them takes a fifth of the time in which a desk opens. */
let emptyDatabase: Promise<Buffer> | undefined;

async function makeEmptyDatabase(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "frontdesk-empty-"));
  const database = await openDatabase({ dataFolder: folder });
  await database.close();
  const bytes = await readFile(database.place);
  await rm(folder, { recursive: true });
  return bytes;
}
