import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { inLine } from "../helpers/in-line.ts";
import { dataFolder } from "./data-folder.ts";
import { start } from "./processes/start.ts";

let folder: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await dataFolder());
});
afterEach(() => remove());

describe("processes that share an inbox", () => {
  it("take each delivery once, and a key's deliveries in order", async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `d${index}`);
    const database = await openDatabase({ dataFolder: folder });
    const inbox = new InboxStore(database, "test");
    for (const [index, id] of ids.entries()) {
      await inbox.accept({ id, name: "n", payload: {} }, inLine(`key ${index % 20}`), new Date());
    }

    const workers = ["a", "b"].map((name) => start("claim-all.ts", folder, name));
    await Promise.all(workers.map((worker) => worker.printed(1)));
    for (const worker of workers) worker.tell("go");
    expect(await Promise.all(workers.map((worker) => worker.ended()))).toEqual([0, 0]);

    const claimed = workers.map((worker) => worker.lines().slice(1));
    expect(claimed.flat().toSorted()).toEqual(ids.toSorted());
    // Both had a share, or this would not be a test of two.
    expect(claimed.every((some) => some.length > 0)).toBe(true);
    const ended = (await inbox.list({ limit: 1_000 })).toReversed();
    for (let key = 0; key < 20; key += 1) {
      const times = ended.filter((it) => it.orderKey === `key ${key}`).map((it) => it.finishedAt?.getTime() ?? 0);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }
    await database.close();
  });
});

describe("a process that is killed while it accepts", () => {
  it("has lost nothing that it acknowledged, and left a sound database", async () => {
    const acknowledged: string[] = [];
    for (const round of ["first", "second", "third"]) {
      const writer = start("accept-until-killed.ts", folder, round);
      await writer.printed(150);
      await writer.kill();
      acknowledged.push(...writer.lines());
    }

    const database = await openDatabase({ dataFolder: folder });
    const inbox = new InboxStore(database, "test");
    const kept = new Set((await inbox.list({ limit: 1_000_000 })).map((entry) => entry.id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    for (const id of kept) expect(await inbox.show(id)).toMatchObject({ state: "waiting", payload: { id } });
    await database.close();
  });
});
