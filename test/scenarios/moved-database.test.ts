import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { editDiscussion } from "local-github-server/world";
import { runDbExport } from "../../src/cli/db/run-db-export.ts";
import { runDbImport } from "../../src/cli/db/run-db-import.ts";
import { readState } from "../../src/storage/database-state.ts";
import { openDatabase, type DatabasePlace } from "../../src/storage/open-database.ts";
import { inDatabase } from "../helpers/in-database.ts";
import { openDesk, type Desk } from "../helpers/open-desk.ts";
import { runFrontdesk } from "../helpers/run-frontdesk.ts";
import { newTestPlaceOn, onPostgres } from "../helpers/test-database.ts";

let desk: Desk;
afterEach(() => desk.close());

/** Leaves the desk with a database that has never been used. */
async function startAnew(): Promise<void> {
  if (!onPostgres) return rm(join(desk.dataFolder, "frontdesk.db"));
  const tables = await inDatabase(desk, "select tablename from pg_tables where schemaname = 'public'");
  const names = tables.map((it) => String(it["tablename"])).filter((it) => !it.startsWith("kysely"));
  await inDatabase(desk, `truncate ${names.join(", ")} restart identity`);
}

async function rowsIn(place: DatabasePlace): Promise<readonly (readonly [string, number])[]> {
  const database = await openDatabase(place);
  const { tables } = await readState(database);
  await database.close();
  return tables.map(({ name, rows }) => [name, rows]);
}

it("goes on where it was when its database has moved, from a server to a file and back where there is a server", async () => {
  desk = await openDesk();
  const question = desk.ask("How can I change the log level to debug?");
  desk.ask("I would like widgets in green", "Green ones.", "ann", "ideas");
  await desk.settle();
  const [answer] = desk.botComments(question);
  expect(answer?.body).toContain("Change the log level");
  const comments = desk.github.world.all("DiscussionComment").length;

  let status = "";
  await desk.restart(async () => {
    const [first, second] = [join(desk.dataFolder, "first.jsonl.gz"), join(desk.dataFolder, "second.jsonl.gz")];
    const before = await rowsIn(desk.place);
    await runDbExport(desk.place, { out: first });
    await expect(runDbImport(desk.place, first, {})).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining("is not empty"),
    });
    const between = await newTestPlaceOn("sqlite");
    await runDbImport(between.place, first, {});
    await runDbExport(between.place, { out: second });
    await between.remove();
    expect((await stat(second)).mode & 0o777).toBe(0o600);
    await startAnew();
    await runDbImport(desk.place, second, {});
    expect(await rowsIn(desk.place)).toEqual(before);
    status = await runFrontdesk(desk, "db", "status");
  });
  expect(status).toMatch(
    onPostgres ? /^PostgreSQL at 127\.0\.0\.1:\d+\/\w+\nPostgreSQL 18/ : /frontdesk\.db\nSQLite 3\./,
  );
  expect(status).toMatch(/\nUp to date\.\nTABLE[^]+\ndeliveries +\d+ +\d+ KiB\n/);

  expect(desk.github.world.all("DiscussionComment")).toHaveLength(comments);
  editDiscussion(desk.github.world, desk.person("ann"), question, { title: "How can I write logs to a file?" });
  await desk.settle();
  expect(desk.botComments(question)).toEqual([answer]);
  expect(answer?.body).toContain("Write logs to a file");
  const next = desk.ask("How do I install it behind a proxy?");
  await desk.settle();
  expect(desk.botComments(next)).toHaveLength(1);
  expect(await desk.givenUp()).toBe(0);
});
