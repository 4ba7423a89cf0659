import { afterEach, beforeEach, expect, it } from "vitest";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { dataFolder, type DataFolder } from "../contracts/data-folder.ts";
import { inLine } from "../helpers/in-line.ts";

const hour = 3_600_000;
const now = 1_767_600_000_000;
const at = (ms: number) => new Date(now + ms);

let data: DataFolder;
let database: Database;
let inbox: InboxStore;
beforeEach(async () => {
  data = await dataFolder();
  database = await openDatabase({ dataFolder: data.folder });
  inbox = new InboxStore(database, "a");
});
afterEach(async () => {
  await database.close();
  await data.remove();
});

/** Everything here was written down an hour from now, by a clock that has been set back since. */
const then = (ms: number) => at(hour + ms);
const accept = (id: string, when = then(0)) => inbox.accept({ id, name: "discussion", payload: {} }, inLine(id), when);

it("lets nothing wait for an hour to come again", async () => {
  await accept("new");
  expect(await inbox.claim(at(0), 1000)).toBeUndefined();
  await inbox.correctTimes(at(0));
  expect(await inbox.claim(at(0), 1000)).toMatchObject({ id: "new" });
});

it("keeps a wait as long as it was to be", async () => {
  await accept("failed", at(-hour));
  await inbox.claim(then(0), 1000);
  await inbox.fail("failed", "oops", then(0), then(30_000), "failure");
  await inbox.correctTimes(at(0));
  await inbox.correctTimes(at(10_000));
  expect(await inbox.claim(at(29_000), 1000)).toBeUndefined();
  expect(await inbox.claim(at(30_000), 1000)).toMatchObject({ id: "failed" });
});

it("ends a lease of then in a minute, should its holder be gone", async () => {
  await accept("running", at(-hour));
  await inbox.claim(then(0), 15_000);
  await inbox.correctTimes(at(0));
  expect(await inbox.claim(at(59_000), 1000)).toBeUndefined();
  expect(await inbox.claim(at(60_000), 1000)).toMatchObject({ id: "running" });
});

it("leaves alone what is as it should be", async () => {
  await accept("failed", at(-hour));
  await inbox.claim(at(0), 1000);
  await inbox.fail("failed", "oops", at(0), at(hour), "failure");
  await inbox.correctTimes(at(1000));
  expect(await inbox.show("failed")).toMatchObject({ runAt: at(hour) });
});
