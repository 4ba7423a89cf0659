import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, it } from "vitest";
import { formerNames, migrations } from "../../../src/storage/migrations/index.ts";
import { RequestStore } from "../../../src/features/feature-requests/store/request-store.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { sqliteDialect } from "../../../src/storage/sqlite/sqlite-dialect.ts";
import { dataFolder } from "../../contracts/data-folder.ts";

const names = Object.keys(migrations);
const numberOf = (name: string) => name.slice(0, 4);

/** As the first ten were recorded when two of them were numbered 0008. */
const asRecordedThen = names
  .filter((name) => numberOf(name) <= "0010")
  .map((name) => Object.entries(formerNames).find(([, now]) => now === name)?.[0] ?? name);

/** A database on which these migrations were run under the names of then. */
async function databaseOfThen(folder: string, recorded: readonly string[]): Promise<void> {
  const ran = Object.fromEntries(
    recorded.flatMap((name) => {
      const migration = migrations[formerNames[name] ?? name];
      return migration ? [[name, migration]] : [];
    }),
  );
  const db = new Kysely<unknown>({ dialect: sqliteDialect(new DatabaseSync(join(folder, "frontdesk.db"))) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(ran) } });
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  await sql`insert into configs values (7, 'acme/widgets', 'docs: {}')`.execute(db);
  await db.destroy();
}

it("each migration has a number of its own, in the order of the list, and a file of its name", () => {
  expect(names.map(numberOf)).toEqual(names.map((_, index) => String(index + 1).padStart(4, "0")));
  const files = readdirSync("src/storage/migrations").filter((it) => it !== "index.ts");
  expect(files.sort()).toEqual(names.map((name) => `${name}.ts`).sort());
});

it.each([
  ["all of them", asRecordedThen.length],
  ["the first of the two that were numbered 0008", asRecordedThen.indexOf("0008-faq") + 1],
  ["both that were numbered 0008", asRecordedThen.indexOf("0008-faq-marks") + 1],
])("opens a database that ran %s, and keeps what is in it", async (_, count) => {
  const data = await dataFolder();
  await databaseOfThen(data.folder, asRecordedThen.slice(0, count));
  // The second time there is nothing left to put right.
  for (let time = 0; time < 2; time++) {
    const database = await openDatabase({ dataFolder: data.folder });
    expect(await database.db.selectFrom("configs").select("repository").execute()).toEqual([{ repository: 7 }]);
    expect(await new RequestStore(database).requests({ limit: 1 })).toEqual([]);
    await database.close();
  }
  await data.remove();
});
