import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { afterEach, beforeEach, expect, it } from "vitest";
import { migrations } from "../../../src/storage/migrations/index.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { sqliteDialect } from "../../../src/storage/sqlite/sqlite-dialect.ts";
import { KnowledgeStore } from "../../../src/storage/knowledge-store.ts";
import { dataFolder, type DataFolder } from "../../contracts/data-folder.ts";

const widgets = { id: 7, owner: "acme", name: "widgets", installation: 1 };
const page = { path: "docs/archive/old.md", sha: "1" };
const section = {
  path: page.path,
  anchor: "",
  headings: ["Old"],
  title: "Old",
  text: "Long gone.",
  code: "",
  links: [],
  aliases: [],
  line: 1,
};

let data: DataFolder;
beforeEach(async () => {
  data = await dataFolder();
});
afterEach(() => data.remove());

/** A database as it was before issues were knowledge, with one page published. */
async function oldDatabase(): Promise<void> {
  const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < "0004"));
  const db = new Kysely<unknown>({ dialect: sqliteDialect(new DatabaseSync(join(data.folder, "frontdesk.db"))) });
  await new Migrator({ db, provider: { getMigrations: () => Promise.resolve(earlier) } }).migrateToLatest();
  await sql`insert into repositories values (7, 'acme', 'widgets', 1)`.execute(db);
  await sql`insert into pages (path, sha, stored_at, sections)
    values (${page.path}, '1', 1, ${JSON.stringify([section])})`.execute(db);
  await sql`insert into knowledge values (7, 3, 'c1', null, 'acme/widgets')`.execute(db);
  await sql`insert into docs_pages values (7, ${page.path}, '1', 3)`.execute(db);
  await db.destroy();
}

it("goes on finding docs that were cut before, until they are cut again", async () => {
  await oldDatabase();
  const database = await openDatabase({ dataFolder: data.folder });
  const store = new KnowledgeStore(database, "https://github.com", () => new Date(2));
  expect((await store.changesSince(widgets, 0)).put).toMatchObject([{ title: "Old" }]);

  // All that has to be read again counts as unknown.
  expect(await store.knownPages([page])).toEqual(new Set());
  expect(await store.findPublished(widgets)).toBeUndefined();
  expect(await database.db.selectFrom("repositories").selectAll().execute()).toEqual([]);

  await store.putPage(page, [{ ...section, retired: "archived" }]);
  await store.publishDocs(widgets, "c1", undefined, [page]);
  expect(await store.changesSince(widgets, 3)).toMatchObject({
    dropGroups: [`page:${page.path}`],
    put: [{ title: "Old", retired: "archived" }],
  });
  await database.close();
});
