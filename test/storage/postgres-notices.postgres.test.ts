import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { newPostgresDatabase } from "../helpers/test-postgres.ts";

let one: Database;
let other: Database;
let heard: string[];
let drop: () => Promise<void>;
beforeEach(async () => {
  const made = await newPostgresDatabase();
  drop = made.drop;
  one = await openDatabase({ dataFolder: "", databaseUrl: made.url });
  other = await openDatabase({ dataFolder: "", databaseUrl: made.url });
  heard = [];
  one.notices.hear("inbox", () => heard.push("one"));
  other.notices.hear("inbox", () => heard.push("other"));
  // Each is called once it listens: something may have been told before.
  await vi.waitUntil(() => heard.includes("one") && heard.includes("other"));
  heard = [];
});
afterEach(async () => {
  await one.close();
  await other.close();
  await drop();
});

describe("notices between processes", () => {
  it("reach all others, and not who sends them", async () => {
    one.notices.tell("inbox");
    await vi.waitFor(() => expect(heard).toEqual(["other"]));
    other.notices.tell("inbox");
    await vi.waitFor(() => expect(heard).toEqual(["other", "one"]));
  });

  it("are for who asked for their subject", async () => {
    one.notices.tell("something else");
    one.notices.tell("inbox");
    await vi.waitFor(() => expect(heard).toEqual(["other"]));
  });

  it("of a burst are few, and one of them comes after its end", async () => {
    for (let time = 0; time < 500; time++) one.notices.tell("inbox");
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(1));
    expect(heard.length).toBeLessThan(20);
  });

  it("are heard again after the connection broke, and what was missed is looked for", async () => {
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'frontdesk notices' and datname = current_database()`.execute(one.db);
    await vi.waitFor(() => expect(heard.toSorted((a, b) => a.localeCompare(b))).toEqual(["one", "other"]), 10_000);
    heard = [];
    one.notices.tell("inbox");
    await vi.waitFor(() => expect(heard).toEqual(["other"]));
  });
});
