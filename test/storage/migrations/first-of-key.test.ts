import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { afterEach, beforeEach, expect, it } from "vitest";
import { InboxStore } from "../../../src/queue/inbox-store.ts";
import { migrations } from "../../../src/storage/migrations/index.ts";
import { openDatabase } from "../../../src/storage/open-database.ts";
import { sqliteDialect } from "../../../src/storage/sqlite/sqlite-dialect.ts";
import { dataFolder, type DataFolder } from "../../contracts/data-folder.ts";

let data: DataFolder;
beforeEach(async () => {
  data = await dataFolder();
});
afterEach(() => data.remove());

/** An inbox as it was before the first of each key was marked: id, key, state, cause. */
async function oldInbox(rows: readonly (readonly [string, string, string, string | null])[]): Promise<void> {
  const earlier = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < "0029"));
  const db = new Kysely<unknown>({ dialect: sqliteDialect(new DatabaseSync(join(data.folder, "frontdesk.db"))) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(earlier) } });
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  for (const [id, key, state, cause] of rows) {
    const isRunning = state === "running";
    await sql`
      insert into deliveries (id, name, order_key, installation, state, attempts, received_at, run_at, cause,
        leased_by, lease_until, finished_at)
      values (${id}, 'discussion', ${key}, 1, ${state}, 0, 1, 1, ${cause}, ${isRunning ? "gone" : null},
        ${isRunning ? 5 : null}, ${state === "done" ? 2 : null})`.execute(db);
  }
  await db.destroy();
}

it("goes on with a line from before in the order of its keys, whatever was in progress", async () => {
  await oldInbox([
    ["done", "a", "done", "comment:1"],
    ["a1", "a", "waiting", null],
    ["a2", "a", "waiting", null],
    // A dead letter that was retried while another one of its key was in progress: that could be then.
    ["b1", "b", "running", null],
    ["b2", "b", "running", null],
    ["told again", "c", "waiting", "comment:1"],
  ]);
  const database = await openDatabase({ dataFolder: data.folder });
  const inbox = new InboxStore(database, "new");
  const handled: string[] = [];
  for (;;) {
    const claimed = await inbox.claim(new Date(10), 1_000);
    if (!claimed) break;
    handled.push(claimed.id);
    const ofKey = await inbox.list({ orderKey: claimed.id.slice(0, 1), state: "running", limit: 9 });
    expect(ofKey.length).toBeLessThanOrEqual(1);
    await inbox.finish(claimed.id, "done", new Date(10));
  }
  expect(handled).toEqual(["a1", "a2", "b1", "b2", "told again"]);
  await database.close();
});
