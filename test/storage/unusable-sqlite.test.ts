import { execFileSync } from "node:child_process";
import { mkdir, open, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exitCodeOf } from "../../src/cli/exit-code-of.ts";
import { explainSqlite } from "../../src/storage/sqlite/explain-sqlite.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { UnusableDatabaseError } from "../../src/storage/unusable-database.ts";
import { dataFolder, type DataFolder } from "../contracts/data-folder.ts";

let data: DataFolder;
let file: string;
beforeEach(async () => {
  data = await dataFolder();
  file = join(data.folder, "frontdesk.db");
});
afterEach(() => data.remove());

/** A database of some megabytes, closed. */
async function fill(): Promise<void> {
  const { db, close } = await openDatabase({ dataFolder: data.folder });
  const text = "words ".repeat(20_000);
  for (let repository = 1; repository <= 20; repository++) {
    await db.insertInto("configs").values({ repository, source: "acme/widgets", text }).execute();
  }
  await close();
}

async function refused(): Promise<UnusableDatabaseError> {
  const error: unknown = await openDatabase({ dataFolder: data.folder }).then(
    (database) => database.close(),
    (it: unknown) => it,
  );
  if (!(error instanceof UnusableDatabaseError)) throw new Error("it was not refused so", { cause: error });
  expect(exitCodeOf(error)).toBe(3);
  return error;
}

describe("a SQLite file that cannot be used is refused, and left as it is", () => {
  it("where it is cut off", async () => {
    await fill();
    await truncate(file, 300_000);
    const before = await readFile(file);
    expect((await refused()).message).toMatch(/frontdesk\.db cannot be used: it is damaged.+restore a backup/);
    expect(await readFile(file)).toEqual(before);
  });

  it("where it is no database", async () => {
    await writeFile(file, "%PDF-1.7 something else altogether ".repeat(200));
    expect((await refused()).message).toContain("it is damaged, or not a database of SQLite");
  });

  it("where its first pages are overwritten", async () => {
    await fill();
    const handle = await open(file, "r+");
    await handle.write(Buffer.alloc(8_000, 0xa5), 0, 8_000, 100);
    await handle.close();
    expect((await refused()).message).toContain("it is damaged");
  });

  it("where it is a folder, or its folder a file", async () => {
    await mkdir(file);
    expect((await refused()).message).toContain("it is a folder");
    await writeFile(join(data.folder, "file"), "");
    const inFile: unknown = await openDatabase({ dataFolder: join(data.folder, "file", "data") }).catch(
      (it: unknown) => it,
    );
    expect(inFile).toMatchObject({ name: "UnusableDatabaseError", message: expect.stringContaining("is a file") });
  });

  it("where it belongs to another application", async () => {
    const other = new DatabaseSync(file);
    other.exec("create table threads (id integer primary key, title text); insert into threads values (1, 'theirs')");
    other.close();
    expect((await refused()).message).toMatch(/has a table threads that is not Frontdesk's.+Nothing was changed/);
    const after = new DatabaseSync(file);
    expect(after.prepare("select name from sqlite_master where name not like 'kysely%'").all()).toEqual([
      { name: "threads" },
    ]);
    after.exec("drop table threads");
    after.exec(
      "create table if not exists kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null); insert into kysely_migration values ('001_users', '2026-01-01')",
    );
    after.close();
    expect((await refused()).message).toContain("has tables of another application");
  });

  it.each([
    ["a file that may only be read", { errcode: 8 | (3 << 8) }, "can only be read"],
    ["a folder without rights", { code: "EACCES" }, "can only be read"],
    ["a file system that is mounted for reading", { code: "EROFS" }, "can only be read"],
    ["a full disk", { errcode: 13 }, "the disk is full"],
    ["a disk that fails", { errcode: 10 | (1 << 8) }, "the disk fails"],
    ["a process that holds it", { errcode: 5 }, "another process holds it"],
  ])("as %s", (_, marks, words) => {
    const error = Object.assign(new Error("as SQLite says it"), marks);
    expect(explainSqlite(error, "/data/frontdesk.db")).toMatchObject({
      name: "UnusableDatabaseError",
      message: expect.stringMatching(new RegExp(`^/data/frontdesk\\.db cannot be used: .*${words}.*\\.$`)),
      cause: error,
    });
  });

  it("but not where the error is one of ours", () => {
    const bug = new TypeError("x is not a function");
    expect(explainSqlite(bug, "x")).toBe(bug);
  });
});

it("a full disk loses nothing that was written, and goes on when there is room", async () => {
  const { db, close } = await openDatabase({ dataFolder: data.folder });
  const config = (repository: number, text: string) => ({ repository, source: "acme/widgets", text });
  await db.insertInto("configs").values(config(1, "kept")).execute();
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count = ${(pages.rows[0]?.page_count ?? 0) + 2}`).execute(db);
  const error: unknown = await db
    .insertInto("configs")
    .values(config(2, "x".repeat(100_000)))
    .execute()
    .catch((it: unknown) => it);
  expect(explainSqlite(error, file)).toMatchObject({ message: expect.stringContaining("the disk is full") });
  await sql.raw("pragma max_page_count = 1000000").execute(db);
  await db.insertInto("configs").values(config(3, "after")).execute();
  expect(await db.selectFrom("configs").select("text").orderBy("repository").execute()).toEqual([
    { text: "kept" },
    { text: "after" },
  ]);
  await close();
});

/** The other user that every system has; only root can act as it. */
const nobody = 65_534;

describe.runIf(process.getuid?.() === 0)("in earnest, as root can arrange it", () => {
  it("a database that may only be read is refused", async () => {
    await fill();
    execFileSync("chmod", ["755", data.folder]);
    execFileSync("chmod", ["644", file]);
    const script = `
      process.setgid(${nobody}); process.setuid(${nobody});
      const { openDatabase } = await import(${JSON.stringify(new URL("../../src/storage/open-database.ts", import.meta.url).href)});
      await openDatabase({ dataFolder: ${JSON.stringify(data.folder)} }).catch((error) => console.log(error.name, error.message));`;
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(said).toMatch(/^UnusableDatabaseError .+can only be read/);
  });
});
