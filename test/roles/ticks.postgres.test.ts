import { expect, it } from "vitest";
import { Schedule } from "../../src/pipeline/schedule.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { newPostgresDatabase } from "../helpers/test-postgres.ts";

it("ticks come once a period, however many processes look at the clock", async ({ onTestFinished }) => {
  const { url, drop } = await newPostgresDatabase();
  onTestFinished(drop);
  let now = new Date("2026-03-02T09:00:00Z");
  const databases = await Promise.all(
    Array.from({ length: 4 }, () => openDatabase({ dataFolder: "", databaseUrl: url })),
  );
  onTestFinished(async () => void (await Promise.all(databases.map((it) => it.close()))));
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const schedules = databases.map((database, index) => {
    const inbox = new InboxStore(database, `process ${index}`);
    return new Schedule({ inbox, clock: () => now, wake: () => undefined, log });
  });
  for (let minute = 0; minute < 70; minute++) {
    now = new Date(Date.UTC(2026, 2, 2, 9, minute));
    await Promise.all(schedules.map((it) => it.tick()));
  }
  const rows = await databases[0]?.db.selectFrom("deliveries").select("id").orderBy("id").execute();
  const ids = rows?.map(({ id }) => id) ?? [];
  expect(ids.filter((it) => it.startsWith("tick:day:"))).toEqual(["tick:day:2026-03-02"]);
  expect(ids.filter((it) => it.startsWith("tick:hour:"))).toEqual([
    "tick:hour:2026-03-02T09",
    "tick:hour:2026-03-02T10",
  ]);
  expect(ids.filter((it) => it.startsWith("tick:minutes:"))).toHaveLength(14);
});
