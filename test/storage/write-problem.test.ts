import { sql } from "kysely";
import { expect, it } from "vitest";
import { openDatabase } from "../../src/storage/open-database.ts";
import { writeProblem } from "../../src/storage/sqlite/write-problem.ts";
import { writeProbe } from "../../src/storage/write-probe.ts";
import { dataFolder } from "../contracts/data-folder.ts";

it("finds nothing wrong while there is room and the database can be written", async () => {
  const data = await dataFolder();
  const database = await openDatabase({ dataFolder: data.folder });
  expect(await writeProbe(database)()).toBeUndefined();
  expect(await writeProblem(database.db, database.place, Number.MAX_SAFE_INTEGER)).toBe("the disk is almost full");
  await database.close();
  await data.remove();
});

it("finds out that the database cannot be written, although it can be read", async () => {
  const data = await dataFolder();
  const database = await openDatabase({ dataFolder: data.folder });
  await sql`pragma query_only = on`.execute(database.db);
  expect(await database.db.selectFrom("deliveries").selectAll().execute()).toEqual([]);
  const problem = writeProbe(database);
  expect(await problem()).toMatch(/^the database cannot be written \(.*readonly/);
  expect(await Promise.all([problem(), problem()])).toEqual([await problem(), await problem()]);
  await database.close();
  await data.remove();
});
