import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import { afterEach, describe, expect, it } from "vitest";
import { migrations } from "../../../src/storage/migrations/index.ts";
import { openBeside, openDatabase, type Database, type DatabasePlace } from "../../../src/storage/open-database.ts";
import { start } from "../../contracts/processes/start.ts";
import { plant, readTables } from "../../helpers/planted-rows.ts";
import { engineName, onPostgres } from "../../helpers/test-database.ts";
import { newPostgresDatabase } from "../../helpers/test-postgres.ts";

const names = Object.keys(migrations).toSorted();
/** Databases on PostgreSQL are not older than that. */
const states = names.filter((it) => !onPostgres || it >= "0028");

/** Rows that a migration takes away on purpose: what is forgotten here is read from GitHub again. */
const readAgain = ["repositories", "snapshots", "snapshot_pieces"];

const removing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const remove of removing.splice(0)) await remove();
});

/** A place with nothing in it, not even tables. */
async function emptyPlace(): Promise<DatabasePlace> {
  const dataFolder = await mkdtemp(join(tmpdir(), "frontdesk-state-"));
  removing.push(() => rm(dataFolder, { recursive: true, force: true }));
  if (!onPostgres) return { dataFolder };
  const { url, drop } = await newPostgresDatabase({ tables: false });
  removing.push(drop);
  return { dataFolder, databaseUrl: url };
}

/** Runs the migrations up to this one, as the version did whose last one it was, and puts a row into each table. */
async function stateOf(place: DatabasePlace, last: string): Promise<ReadonlyMap<string, number>> {
  const database = await openBeside(place);
  const then = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= last));
  const migrator = new Migrator({ db: database.db, provider: { getMigrations: () => Promise.resolve(then) } });
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  const tables = await readTables(database.db);
  const parents = tables.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const table of parents) await plant(database.db, table, 7, asWritten);
  const counts = await countAll(database);
  await database.close();
  return counts;
}

/** Columns that migrations read. */
const asWritten: Readonly<Record<string, string>> = {
  payload: JSON.stringify({ repository: { id: 7 }, installation: { id: 1 } }),
  thread: JSON.stringify({ number: 1 }),
  issue: JSON.stringify({ number: 1 }),
  sections: "[]",
  record: "{}",
};

async function countAll({ db }: Database): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of await readTables(db)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
    counts.set(name, rows[0]?.count ?? 0);
  }
  return counts;
}

const tablesOf = async (place: DatabasePlace) => {
  const database = await openBeside(place);
  const tables = await readTables(database.db);
  await database.close();
  return tables.map(({ name, columns }) => `${name}: ${columns.map((it) => it.name).join()}`);
};

describe(`a database of an earlier version, on ${engineName}`, () => {
  it.each(states)("that ended with %s is brought up to date with what is in it", async (last) => {
    const place = await emptyPlace();
    const before = await stateOf(place, last);
    const database = await openDatabase(place);
    const after = await countAll(database);
    await database.close();
    for (const [table, count] of before) {
      if (last !== names.at(-1) && readAgain.includes(table)) continue;
      expect([table, after.get(table)]).toEqual([table, count]);
    }
  });

  it("is left as it was by a migration that fails, and brought up to date when it does not", async () => {
    const place = await emptyPlace();
    const last = names.at(-2) ?? "";
    const before = await stateOf(place, last);
    const tables = await tablesOf(place);
    const failing: Migration = {
      async up(db) {
        await db.schema.createTable("half_done").addColumn("id", "integer").execute();
        await sql`delete from configs`.execute(db);
        await sql`insert into no_such_table values (1)`.execute(db);
      },
    };
    const all = migrations as Record<string, Migration>;
    all["9998-fails"] = failing;
    try {
      await expect(openDatabase(place)).rejects.toThrow(/9998-fails failed\. Nothing was changed\./);
    } finally {
      delete all["9998-fails"];
    }
    expect(await tablesOf(place)).toEqual(tables);
    const database = await openDatabase(place);
    const after = await countAll(database);
    expect(after.get("configs")).toBe(before.get("configs"));
    expect([...after.keys()]).not.toContain("half_done");
    await database.close();
  });

  it("is brought up to date once by several processes that start together", async () => {
    const place = await emptyPlace();
    await stateOf(place, states[0] ?? "");
    const processes = [1, 2, 3].map(() => start("open-and-close.ts", place.dataFolder, place.databaseUrl ?? ""));
    await Promise.all(processes.map((it) => it.printed(1)));
    for (const it of processes) it.tell("go");
    expect(await Promise.all(processes.map((it) => it.ended()))).toEqual([0, 0, 0]);
    const database = await openBeside(place);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database.db);
    expect(rows.map(({ name }) => name)).toEqual(names);
    await database.close();
  });
});
