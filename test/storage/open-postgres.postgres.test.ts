import { expect, it } from "vitest";
import { migrations } from "../../src/storage/migrations/index.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { newPostgresDatabase } from "../helpers/test-postgres.ts";

it("makes its tables once, however many processes start at the same time", async () => {
  const { url, drop } = await newPostgresDatabase({ tables: false });
  const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ dataFolder: "", databaseUrl: url })));
  const [first] = opened;
  const rows = await first?.db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom("kysely_migration")
    .select("name")
    .execute();
  expect(rows?.map(({ name }) => name).toSorted()).toEqual(Object.keys(migrations).toSorted());
  expect(first?.place).toMatch(/^PostgreSQL at 127\.0\.0\.1:\d+\/frontdesk_\w+$/);
  expect(await first?.writeProblem()).toBeUndefined();
  for (const database of opened) await database.close();
  await drop();
});

it("gives values back as they are on SQLite", async () => {
  const { url, drop } = await newPostgresDatabase();
  const { db, close } = await openDatabase({ dataFolder: "", databaseUrl: url });
  const repository = 9_007_199_254_740_991;
  await db
    .insertInto("suggestions")
    .values({ repository, number: 1, item: "ä\0", confidence: 0.123456789012345, suggested_at: 5 })
    .execute();
  await db
    .insertInto("snapshot_pieces")
    .values({ repository, edition: 1, piece: 0, bytes: new Uint8Array([0, 255]) })
    .execute();
  expect(await db.selectFrom("suggestions").selectAll().execute()).toEqual([
    { repository, number: 1, item: "ä\uFFFD", confidence: 0.123456789012345, suggested_at: 5 },
  ]);
  expect(await db.selectFrom("snapshot_pieces").select("bytes").executeTakeFirst()).toEqual({
    bytes: new Uint8Array([0, 255]),
  });
  expect(
    await db
      .selectFrom("suggestions")
      .select((eb) => [eb.fn.sum("number").as("sum"), eb.fn.countAll().as("all")])
      .executeTakeFirst(),
  ).toEqual({ sum: 1, all: 1 });
  await close();
  await drop();
});
