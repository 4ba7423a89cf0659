import { chmod, mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { NewerDatabaseError } from "../../src/storage/unusable-database.ts";
import { migrations } from "../../src/storage/migrations/index.ts";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { dataFolder, type DataFolder } from "../contracts/data-folder.ts";
import { start } from "../contracts/processes/start.ts";

let data: DataFolder;
let opened: Database[];

beforeEach(async () => {
  data = await dataFolder();
  opened = [];
});
afterEach(async () => {
  for (const database of opened) await database.close();
  await data.remove();
});

async function open(folder = data.folder): Promise<Database> {
  const database = await openDatabase({ dataFolder: folder });
  opened.push(database);
  return database;
}

const ada = { repository: 1, source: "acme/widgets", text: "docs: {}" };

it("makes the folder, for nobody else to look into", async () => {
  const folder = join(data.folder, "deep", "down");
  const database = await open(folder);
  expect(database.place).toBe(join(folder, "frontdesk.db"));
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

it.skipIf(process.platform === "win32")(
  "closes its files to others, in a folder that was there before too",
  async () => {
    await chmod(data.folder, 0o755);
    const rights = async () =>
      Promise.all(
        ["", "-wal", "-shm"].map(async (it) => (await stat(join(data.folder, `frontdesk.db${it}`))).mode & 0o777),
      );
    await open();
    expect(await rights()).toEqual([0o600, 0o600, 0o600]);
    // As an earlier version left them.
    for (const it of ["", "-wal", "-shm"]) await chmod(join(data.folder, `frontdesk.db${it}`), 0o644);
    await open();
    expect(await rights()).toEqual([0o600, 0o600, 0o600]);
  },
);

it("has what was written when it is opened again, and closes as often as it is told", async () => {
  const first = await open();
  await first.db.insertInto("configs").values(ada).execute();
  await Promise.all([first.close(), first.close()]);
  await first.close();
  const second = await open();
  expect(await second.db.selectFrom("configs").selectAll().execute()).toEqual([ada]);
});

it("lets a transaction end before it closes", async () => {
  const database = await open();
  const writing = database.db.transaction().execute(async (transaction) => {
    await transaction.insertInto("configs").values(ada).execute();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await transaction
      .insertInto("configs")
      .values({ ...ada, repository: 2 })
      .execute();
  });
  await Promise.all([writing, database.close()]);
  const { db } = await open();
  expect(await db.selectFrom("configs").select("repository").execute()).toHaveLength(2);
});

it("waits for the disk at each commit, and checks references", async () => {
  const { db } = await open();
  const pragma = async (name: string): Promise<unknown> =>
    Object.values((await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)).rows[0] ?? {})[0];
  expect(await pragma("journal_mode")).toBe("wal");
  expect(await pragma("synchronous")).toBe(2);
  expect(await pragma("foreign_keys")).toBe(1);
  const orphan = db.insertInto("delivery_plans").values({ delivery: 404, stage: "s", plan: "{}" }).execute();
  await expect(orphan).rejects.toThrow(/foreign key/i);
});

it("undoes a transaction that fails, and lets the others that wait go on", async () => {
  const { db } = await open();
  const failing = db.transaction().execute(async (transaction) => {
    await transaction.insertInto("configs").values(ada).execute();
    throw new Error("changed my mind");
  });
  const next = db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("configs")
      .values({ ...ada, repository: 2 })
      .execute();
  });
  await expect(failing).rejects.toThrow("changed my mind");
  await next;
  expect(await db.selectFrom("configs").select("repository").execute()).toEqual([{ repository: 2 }]);
});

it.each([new Date(0), true, undefined, { a: 1 }])(
  "refuses %s as a value, which databases would store differently",
  async (value) => {
    const { db } = await open();
    await expect(sql`select ${value}`.execute(db)).rejects.toThrow(/cannot be a parameter/);
  },
);

it("reads rows one by one", async () => {
  const { db } = await open();
  await db
    .insertInto("configs")
    .values([ada, { ...ada, repository: 2 }])
    .execute();
  const seen: number[] = [];
  for await (const row of db.selectFrom("configs").select("repository").orderBy("repository").stream()) {
    seen.push(row.repository);
  }
  expect(seen).toEqual([1, 2]);
});

it("refuses a database of a newer version, and leaves it as it is", async () => {
  const database = await openDatabase({ dataFolder: data.folder });
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01T00:00:00.000Z')`.execute(
    database.db,
  );
  await database.close();
  await expect(openDatabase({ dataFolder: data.folder })).rejects.toThrow(NewerDatabaseError);
  await expect(openDatabase({ dataFolder: data.folder })).rejects.toThrow(
    /newer version of Frontdesk \(9999-later is unknown here\)/,
  );
  const raw = new DatabaseSync(database.place);
  expect(raw.prepare("select count(*) as count from kysely_migration").get()).toEqual({
    count: Object.keys(migrations).length + 1,
  });
  raw.close();
});

it("refuses a file that is no database", async () => {
  await mkdir(join(data.folder, "frontdesk.db"));
  await expect(openDatabase({ dataFolder: data.folder })).rejects.toThrow(/EISDIR/);
});

it("can be opened for the first time by several processes at once", async () => {
  const processes = ["a", "b", "c"].map(() => start("open-and-close.ts", data.folder));
  await Promise.all(processes.map((it) => it.printed(1)));
  for (const it of processes) it.tell("go");
  expect(await Promise.all(processes.map((it) => it.ended()))).toEqual([0, 0, 0]);
  const { db } = await open();
  expect(await db.selectFrom("deliveries").selectAll().execute()).toEqual([]);
});

const bytesOf = async (suffix: string): Promise<Buffer> =>
  readFile(join(data.folder, `frontdesk.db${suffix}`)).catch(() => Buffer.alloc(0));

it("leaves nothing of what was deleted in its files, and gives the space back", async () => {
  const database = await open();
  const text = "zyxomma ".repeat(200_000);
  await database.db
    .insertInto("configs")
    .values({ ...ada, text })
    .execute();
  const before = (await bytesOf("")).length + (await bytesOf("-wal")).length;
  await database.db.deleteFrom("configs").execute();
  await database.reclaim();
  expect((await bytesOf("")).includes("zyxomma")).toBe(false);
  expect(await bytesOf("-wal")).toHaveLength(0);
  expect((await bytesOf("")).length).toBeLessThan(before / 2);
});

it("cleans a database from before of what had been deleted in it, once", async () => {
  const old = new DatabaseSync(join(data.folder, "frontdesk.db"));
  old.exec(`pragma journal_mode = wal; create table old (text text); insert into old values ('${"zyxomma ".repeat(9_000)}');
    pragma wal_checkpoint; pragma secure_delete = off; delete from old; pragma wal_checkpoint(truncate);`);
  old.close();
  expect((await bytesOf("")).includes("zyxomma")).toBe(true);
  const database = await open();
  await database.reclaim();
  expect((await bytesOf("")).includes("zyxomma")).toBe(false);
});
