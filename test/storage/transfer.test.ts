import { Readable } from "node:stream";
import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { openDatabase, type Database, type DatabasePlace } from "../../src/storage/open-database.ts";
import { dumpDatabase } from "../../src/storage/transfer/dump-database.ts";
import { linesIn } from "../../src/storage/transfer/lines-in.ts";
import { loadDump } from "../../src/storage/transfer/load-dump.ts";
import { tableShapes } from "../../src/storage/transfer/table-shapes.ts";
import { plant, readTables, type Row } from "../helpers/planted-rows.ts";
import { engineName, newTestPlace, newTestPlaceOn, onPostgres } from "../helpers/test-database.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function open({ place, remove }: { place: DatabasePlace; remove(): Promise<void> }): Promise<Database> {
  const database = await openDatabase(place);
  closing.push(remove, () => database.close());
  return database;
}

/** A row with something in each column of each table, of three repositories; and values that engines treat differently. */
async function fill({ db }: Database): Promise<void> {
  const tables = await readTables(db);
  for (const repository of [7, 8, 9]) {
    for (const table of tables) await plant(db, table, repository);
  }
  const texts = [
    "",
    "ä\u{1F600}\u2028",
    String.raw`\u0000 "quoted" \\`,
    "nul \0 in it",
    "Z",
    "a",
    "É",
    "x".repeat(400_000),
  ];
  for (const [at, text] of texts.entries()) {
    await db
      .insertInto("configs")
      .values({ repository: 100 + at, source: text.slice(0, 40), text })
      .execute();
  }
  const far = { repository: 9_007_199_254_740_991, number: 1, suggested_at: -1 };
  for (const [at, confidence] of [0.1, 1 / 3, 0, 1, 5e-324, 123_456_789.123].entries()) {
    await db
      .insertInto("suggestions")
      .values({ ...far, item: `item ${at}`, confidence })
      .execute();
  }
  const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
  await db.insertInto("snapshot_pieces").values({ repository: 200, edition: 1, piece: 0, bytes }).execute();
}

async function dump(database: Database): Promise<string> {
  let text = "";
  for await (const piece of dumpDatabase(database, new Date("2026-11-30T12:00:00Z"))) text += piece;
  return text;
}

/** In pieces that end within lines and characters. */
const linesOf = (text: string) =>
  linesIn(
    Readable.from(
      text
        ? (
            Buffer.from(text)
              .toString("latin1")
              .match(/[^]{1,9999}/g) ?? []
          ).map((it) => Buffer.from(it, "latin1"))
        : [],
    ),
  );
const load = (database: Database, text: string) => loadDump(database, linesOf(text));

/** All rows of all tables, as any reader finds them. */
async function everything({ db }: Database): Promise<Record<string, readonly Row[]>> {
  const found: Record<string, readonly Row[]> = {};
  for (const { name, key } of await tableShapes(db)) {
    const order = sql.join(key.map((it) => sql.ref(it)));
    found[name] = (await sql<Row>`select * from ${sql.table(name)} order by ${order}`.execute(db)).rows;
  }
  return found;
}

describe(`a database on ${engineName}`, () => {
  it("moves to a new one with every row of every table as it was", async () => {
    const from = await open(await newTestPlace());
    await fill(from);
    const text = await dump(from);
    const to = await open(await newTestPlace());
    const { tables, rows } = await load(to, text);
    const before = await everything(from);
    expect(await everything(to)).toEqual(before);
    expect(Object.values(before).filter((it) => it.length === 0)).toEqual([]);
    expect(tables).toBe(Object.keys(before).length);
    expect(rows).toBe(Object.values(before).flat().length);
    expect(text.split("\n").slice(1)).toEqual((await dump(to)).split("\n").slice(1));
  });

  it("goes on behind what came in: what is counted up has no number twice", async () => {
    const from = await open(await newTestPlace());
    await fill(from);
    const to = await open(await newTestPlace());
    await load(to, await dump(from));
    const row = {
      id: "new",
      name: "n",
      order_key: "k",
      state: "waiting",
      attempts: 0,
      received_at: 1,
      run_at: 1,
    } as const;
    await to.db.insertInto("deliveries").values(row).execute();
    const { seq } = await to.db
      .selectFrom("deliveries")
      .select("seq")
      .where("id", "=", "new")
      .executeTakeFirstOrThrow();
    expect(seq).toBe(10);
  });

  it("is exported as it is at one moment, while others write", async () => {
    const { place, remove } = await newTestPlace();
    const from = await open({ place, remove });
    await fill(from);
    const quiet = await dump(from);
    const writer = await openDatabase(place);
    closing.push(() => writer.close());
    let text = "";
    let writes = 0;
    for await (const piece of dumpDatabase(from, new Date("2026-11-30T12:00:00Z"))) {
      text += piece;
      writes++;
      await writer.db
        .updateTable("configs")
        .set({ text: `changed ${writes}` })
        .execute();
      await writer.db.deleteFrom("thresholds").execute();
    }
    expect(writes).toBeGreaterThan(1);
    expect(text).toBe(quiet);
  });
});

describe("an import is refused, and changes nothing,", () => {
  async function refused(text: string, prepare?: (to: Database, place: DatabasePlace) => Promise<void>) {
    const { place, remove } = await newTestPlace();
    const to = await open({ place, remove });
    await prepare?.(to, place);
    const before = await everything(to);
    const error: unknown = await load(to, text).catch((it: unknown) => it);
    expect(error).toMatchObject({ name: "RefusedDumpError" });
    expect(await everything(to)).toEqual(before);
    return (error as Error).message;
  }

  async function aDump(): Promise<string> {
    const from = await open(await newTestPlace());
    await fill(from);
    return dump(from);
  }

  it("where the file is none, cut off, or changed", async () => {
    const text = await aDump();
    expect(await refused("")).toContain("cut off");
    expect(await refused("hello\n")).toContain("damaged");
    expect(await refused('{"format":"other"}\n')).toContain("is no export of a database");
    expect(await refused(text.slice(0, text.length / 2))).toMatch(/cut off|damaged/);
    expect(await refused(text.split("\n").slice(0, -2).join("\n"))).toContain("cut off");
    expect(await refused(text.replace("planted text 7", "planted text 6"))).toContain("damaged");
    expect(await refused(text + text)).toContain("damaged");
    expect(await refused(text.replace('"version":1', '"version":2'))).toContain("version 2 of its format");
  });

  it("where it is of another version of Frontdesk", async () => {
    const text = await aDump();
    expect(await refused(text.replace('"0001-inbox"', '"0001-inbox","9999-later"'))).toMatch(
      /newer version.+9999-later/,
    );
    expect(await refused(text.replace('"0003-records",', ""))).toMatch(/older version.+0003-records/);
  });

  it("where the database is not empty, or somebody has it open", async () => {
    const text = await aDump();
    const notEmpty = await refused(text, async ({ db }) => {
      await db.insertInto("stale_entries").values({ repository: 1, item: "x" }).execute();
    });
    expect(notEmpty).toMatch(/is not empty: stale_entries has rows/);
    const inUse = await refused(text, async (_, place) => {
      const other = await openDatabase(place);
      await other.db.selectFrom("configs").select("text").execute();
      closing.push(() => other.close());
    });
    expect(inUse).toContain("is in use");
  });
});

describe.runIf(onPostgres)("from one engine to the other", () => {
  it("and back, nothing is lost", async () => {
    const file = await open(await newTestPlaceOn("sqlite"));
    await fill(file);
    const first = await dump(file);
    const server = await open(await newTestPlaceOn("postgres"));
    await load(server, first);
    const back = await open(await newTestPlaceOn("sqlite"));
    const second = await dump(server);
    await load(back, second);
    // A server's texts have no NUL; all else is the same, byte by byte.
    const asOnServer = (text: string) => text.replaceAll(String.raw`nul \u0000`, "nul \uFFFD");
    expect(second.split("\n")).toEqual(asOnServer(first).split("\n"));
    expect((await dump(back)).split("\n")).toEqual(second.split("\n"));
    expect(await everything(back)).toEqual(await everything(server));
  });
});
