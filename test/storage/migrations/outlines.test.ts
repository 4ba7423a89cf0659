import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { afterEach, beforeEach, expect, it } from "vitest";
import { migrations } from "../../../src/storage/migrations/index.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { sqliteDialect } from "../../../src/storage/sqlite/sqlite-dialect.ts";
import { KnowledgeStore } from "../../../src/storage/knowledge-store.ts";
import { splitSections } from "../../../src/text/split-sections.ts";
import { dataFolder, type DataFolder } from "../../contracts/data-folder.ts";

const widgets = { id: 7, owner: "acme", name: "widgets", installation: 1 };
const page = { path: "docs/a.md", sha: "1" };
/** As a site was stored before there were generators. */
const site = { url: "https://d.example", root: "docs", ending: "" } as const;

let data: DataFolder;
beforeEach(async () => {
  data = await dataFolder();
});
afterEach(() => data.remove());

/** A database as it was before sections had outlines, with one page published. */
async function oldDatabase(): Promise<void> {
  const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < "0015"));
  const db = new Kysely<unknown>({ dialect: sqliteDialect(new DatabaseSync(join(data.folder, "frontdesk.db"))) });
  expect(
    (await new Migrator({ db, provider: { getMigrations: () => Promise.resolve(earlier) } }).migrateToLatest()).error,
  ).toBeUndefined();
  const section = {
    path: page.path,
    anchor: "its-on-on",
    headings: ["It's on {#on}"],
    title: "It's on {#on}",
    text: "",
  };
  const sections = JSON.stringify([{ ...section, code: "", links: [], aliases: [], line: 1 }]);
  await sql`insert into repositories values (7, 'acme', 'widgets', 1)`.execute(db);
  await sql`insert into pages (path, sha, stored_at, sections, format) values (${page.path}, '1', 1, ${sections}, 3)`.execute(
    db,
  );
  await sql`insert into knowledge values (7, 3, 'c1', ${JSON.stringify(site)}, 'acme/widgets')`.execute(db);
  await sql`insert into docs_pages values (7, ${page.path}, '1', 3)`.execute(db);
  await db.destroy();
}

it("cuts pages again that were cut without ids, and links to them as before until then", async () => {
  await oldDatabase();
  const database = await openDatabase({ dataFolder: data.folder });
  const store = new KnowledgeStore(database, "https://github.com", () => new Date(2));
  expect((await store.changesSince(widgets, 0)).put).toMatchObject([{ url: "https://d.example/a#its-on-on" }]);

  // All that has to be read again counts as unknown.
  expect(await store.knownPages([page])).toEqual(new Set());
  expect(await store.findPublished(widgets)).toBeUndefined();
  expect(await database.db.selectFrom("repositories").selectAll().execute()).toEqual([]);

  await store.putPage(page, splitSections(page.path, "# It's on {#on}"));
  await store.publishDocs(widgets, "c1", { ...site, generator: "vitepress" }, [page]);
  expect(await store.changesSince(widgets, 3)).toMatchObject({
    put: [{ title: "It's on", url: "https://d.example/a#on" }],
  });
  await database.close();
});
