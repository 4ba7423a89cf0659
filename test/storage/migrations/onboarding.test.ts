import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, it } from "vitest";
import { OnboardingStore } from "../../../src/features/onboarding/store/onboarding-store.ts";
import { migrations } from "../../../src/storage/migrations/index.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { sqliteDialect } from "../../../src/storage/sqlite/sqlite-dialect.ts";
import { dataFolder } from "../../contracts/data-folder.ts";

it("lets all that were served speak on, also where an earlier migration has forgotten who is served", async () => {
  const data = await dataFolder();
  try {
    const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < "0035"));
    const db = new Kysely<unknown>({ dialect: sqliteDialect(new DatabaseSync(join(data.folder, "frontdesk.db"))) });
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(earlier) } });
    expect((await migrator.migrateToLatest()).error).toBeUndefined();
    await sql`insert into repositories values (7, 'acme', 'widgets', 1)`.execute(db);
    await sql`insert into configs (repository, source, text) values (7, 'defaults', ''), (8, 'defaults', '')`.execute(
      db,
    );
    await db.destroy();

    const database = await openDatabase({ dataFolder: data.folder });
    const store = new OnboardingStore(database);
    const found = await Promise.all([7, 8, 9].map((id) => store.findOnboarding({ id })));
    await database.close();
    expect(found).toEqual([{ state: "exempt" }, { state: "exempt" }, undefined]);
  } finally {
    await data.remove();
  }
});
