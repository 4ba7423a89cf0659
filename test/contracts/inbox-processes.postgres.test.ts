import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { isGoneHolder } from "../../src/queue/process-holder.ts";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { inLine } from "../helpers/in-line.ts";
import { newPostgresDatabase } from "../helpers/test-postgres.ts";
import { start } from "./processes/start.ts";

let url: string;
let database: Database;
let inbox: InboxStore;
let drop: () => Promise<void>;
beforeEach(async () => {
  ({ url, drop } = await newPostgresDatabase());
  database = await openDatabase({ dataFolder: "", databaseUrl: url });
  inbox = new InboxStore(database, "test");
});
afterEach(async () => {
  await database.close();
  await drop();
});

const accept = (id: string, key: string) => inbox.accept({ id, name: "n", payload: {} }, inLine(key), new Date());

describe("processes that share an inbox on a server", () => {
  it("take each delivery once, and a key's deliveries in order", async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `d${index}`);
    for (const [index, id] of ids.entries()) await accept(id, `key ${index % 20}`);
    const workers = ["a", "b", "c"].map((name) => start("claim-all.ts", url, name));
    await Promise.all(workers.map((worker) => worker.printed(1)));
    for (const worker of workers) worker.tell("go");
    expect(await Promise.all(workers.map((worker) => worker.ended()))).toEqual([0, 0, 0]);

    const claimed = workers.map((worker) => worker.lines().slice(1));
    expect(claimed.flat().toSorted()).toEqual(ids.toSorted());
    expect(claimed.filter((some) => some.length > 0).length).toBeGreaterThan(1);
    const ended = (await inbox.list({ limit: 1_000 })).toReversed();
    for (let key = 0; key < 20; key += 1) {
      const times = ended.filter((it) => it.orderKey === `key ${key}`).map((it) => it.finishedAt?.getTime() ?? 0);
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }
  });

  it("lose nothing that was acknowledged when the one that accepts is killed", async () => {
    const acknowledged: string[] = [];
    for (const round of ["first", "second"]) {
      const writer = start("accept-until-killed.ts", url, round);
      await writer.printed(60);
      await writer.kill();
      acknowledged.push(...writer.lines());
    }
    const kept = new Set((await inbox.list({ limit: 1_000_000 })).map((entry) => entry.id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    for (const id of kept) expect(await inbox.show(id)).toMatchObject({ state: "waiting", payload: { id } });
  });

  it("go on with what a killed one had in progress as soon as its lease ends, in the order of its key", async () => {
    for (const id of ["1", "2", "3"]) await accept(id, `key ${id}`);
    await accept("behind 1", "key 1");
    const leaseMs = 3_000;
    const held = start("hold-until-killed.ts", url, "3", String(leaseMs));
    await held.printed(3);
    await held.kill();
    const killed = performance.now();
    const taken: string[] = [];
    while (taken.length < 4) {
      expect(performance.now() - killed).toBeLessThan(leaseMs + 20_000);
      const it = await inbox.claim(new Date(), 15_000);
      if (it) {
        expect(it).toMatchObject({ attempts: 0, runsAlone: false });
        taken.push(it.id);
        await inbox.finish(it.id, "done", new Date());
      } else await sleep(50);
    }
    expect(taken.toSorted()).toEqual(["1", "2", "3", "behind 1"]);
    expect(taken.indexOf("behind 1")).toBeGreaterThan(taken.indexOf("1"));
  });

  it("take up at once at a start what a process of their own place had that is gone", async () => {
    await accept("1", "k");
    const held = start("hold-until-killed.ts", url, "1", "600000");
    await held.printed(1);
    const again = new InboxStore(database, "restarted");
    const look = () => again.endLeases((holder) => isGoneHolder(holder, "postgres"), new Date());
    await look();
    expect(await again.claim(new Date(), 15_000)).toBeUndefined();
    await held.kill();
    await look();
    expect(await again.claim(new Date(), 15_000)).toMatchObject({ id: "1" });
  });

  it("make one tick a period, however many make them", async () => {
    const at = String(Date.UTC(2026, 0, 5, 8, 32, 10));
    const tickers = ["a", "b", "c"].map((name) => start("tick.ts", url, name, at));
    await Promise.all(tickers.map((it) => it.printed(1)));
    for (const it of tickers) it.tell("go");
    expect(await Promise.all(tickers.map((it) => it.ended()))).toEqual([0, 0, 0]);
    const ticks = (await inbox.list({ limit: 100 })).map(({ id }) => id).toSorted();
    expect(ticks).toEqual(["tick:day:2026-01-05", "tick:hour:2026-01-05T08", "tick:minutes:2026-01-05T08:30"]);
  });
});
