import { afterEach, beforeEach, expect, it } from "vitest";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import type { Database } from "../../src/storage/open-database.ts";
import { inLine } from "../helpers/in-line.ts";
import { openTestDatabase } from "../helpers/test-database.ts";

const now = 1_767_600_000_000;
const at = (ms: number) => new Date(now + ms);

let database: Database;
let gone: InboxStore;
let starting: InboxStore;
beforeEach(async () => {
  database = await openTestDatabase();
  [gone, starting] = ["gone", "starting"].map((name) => new InboxStore(database, name)) as [InboxStore, InboxStore];
  await gone.accept({ id: "1", name: "discussion", payload: {} }, inLine("1"), at(0));
  await gone.claim(at(0), 15_000);
});
afterEach(() => database.close());

const start = () => starting.endLeases((holder) => holder === "gone", at(1000));

it("takes up at once what a process that is gone was reading for", async () => {
  await start();
  expect(await starting.claim(at(1000), 15_000)).toMatchObject({ id: "1" });
});

it("leaves alone what such a process may have been writing to GitHub, until its lease runs out", async () => {
  await gone.keepPlan("1", "wiki", { actions: [], because: "somebody asked" });
  await start();
  expect(await starting.claim(at(14_999), 15_000)).toBeUndefined();
  expect(await starting.claim(at(15_000), 15_000)).toMatchObject({ id: "1" });
});

it("takes up at once what a process has given back that ended in good order, with a plan as well", async () => {
  await gone.keepPlan("1", "wiki", { actions: [], because: "somebody asked" });
  await gone.giveBack(at(500), []);
  await start();
  expect(await starting.claim(at(1000), 15_000)).toMatchObject({ id: "1" });
});
