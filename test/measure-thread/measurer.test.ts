import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFeatureStores } from "../../src/features/index.ts";
import { createMeasurer } from "../../src/measure-thread/compose-measurer.ts";
import { createWorkerMeasurer } from "../../src/measure-thread/worker-measurer.ts";
import type { Measurer } from "../../src/report/measurer.ts";
import { reportSchema } from "../../src/report/report.ts";
import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { dataFolder } from "../contracts/data-folder.ts";
import { aReading, facts, saidAt, second } from "../helpers/thread-facts.ts";
import { at } from "../helpers/timelines.ts";

const widgets = { id: 7, owner: "acme", name: "widgets", installation: 1 };
const webUrl = "https://github.com";
const period = { from: at("00:00"), to: at("2026-03-09T00:00:00Z") };
const responses = { measure: "time-to-first-response", ...period };

let folder: string;
let database: Database;
let stores: ReturnType<typeof open>;
let now: Date;
let closing: (() => Promise<void>)[];

function open() {
  const knowledge = new KnowledgeStore(database, webUrl, () => now);
  return { ...openFeatureStores(database), records: new RecordStore(database), knowledge };
}

beforeEach(async () => {
  const data = await dataFolder();
  ({ folder } = data);
  database = await openDatabase({ dataFolder: folder });
  closing = [data.remove, () => database.close()];
  stores = open();
  now = at("2026-03-05T09:00:00Z");
});
afterEach(async () => {
  for (const close of closing.toReversed()) await close();
});

const kinds = {
  "on a thread of its own": () => createWorkerMeasurer({ dataFolder: folder, webUrl, clock: () => now }),
  "on the thread that calls": () => createMeasurer(stores, () => now),
};

/** A thread that was opened at nine, and replied to an hour later. */
async function ask(...numbers: readonly number[]): Promise<void> {
  const threads = numbers.map((number) => facts({ number, reading: aReading(9_000), said: [saidAt(3_600)] }));
  await stores.timelines.takeIn(widgets, ...threads);
}

describe.each(Object.entries(kinds))("measuring %s", (_, create) => {
  let measurer: Measurer;

  beforeEach(() => {
    measurer = create();
    closing.push(() => measurer.close());
  });

  it("tells a report by the schema, in the hours of the config", async () => {
    await ask(1, 2);
    const hours = "calendars: { team: { timezone: UTC, hours: { mon-fri: 09:30-17:00 } } }";
    await stores.records.keepConfig(widgets, "acme/widgets", hours);
    const report = await measurer.report(widgets, period);
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report).toMatchObject({ repository: "acme/widgets", source: "records", calendar: "team" });
    const figure = report.figures.find(({ measure }) => measure === responses.measure);
    expect(figure).toMatchObject({
      now: { n: 2, calendar: { median: 3_600 }, business: { median: 1_800 } },
      threads: [1, 2],
    });
  });

  it("tells the threads behind a figure, with times that are times", async () => {
    await ask(1);
    expect(await measurer.threadsBehind(widgets, responses)).toMatchObject([
      { thread: { number: 1, openedAt: new Date(second(0)) }, at: new Date(second(0)), value: 3_600 },
    ]);
    expect(await measurer.threadsBehind(widgets, { ...responses, measure: "no-such" })).toEqual([]);
  });
});

describe("a measurer", () => {
  let measurer: Measurer;
  const numbers = async () => (await measurer.threadsBehind(widgets, responses)).map(({ thread }) => thread.number);

  // A thread of its own would take a second of processor to start, for each of these.
  beforeEach(() => {
    measurer = createMeasurer(stores, () => now);
    closing.push(() => measurer.close());
  });

  it("knows nothing of a repository that is not known, nor of one that is forgotten", async () => {
    expect(await numbers()).toEqual([]);
    expect((await measurer.report(widgets, period)).figures.every(({ now: { n } }) => n === 0)).toBe(true);
  });

  it("measures by the time that it is, and tells what it measured again for half a minute", async () => {
    await ask(1);
    expect(await numbers()).toEqual([1]);
    await ask(2);
    now = new Date(now.getTime() + 29_000);
    expect(await numbers()).toEqual([1]);
    now = new Date(now.getTime() + 1_000);
    expect(await numbers()).toEqual([2, 1]);
    now = at("09:30");
    expect(await numbers()).toEqual([]);
  });

  it("tells each period its own report, and the same one again", async () => {
    await ask(1);
    const n = async (from: string, to: string) => {
      const report = await measurer.report(widgets, { from: at(from), to: at(to) });
      return report.figures.find(({ measure }) => measure === "discussions-opened")?.now.n;
    };
    const [first, second] = ["2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z"] as const;
    const last = "2026-03-04T00:00:00Z";
    expect([await n(first, second), await n(second, last), await n(first, last)]).toEqual([1, 0, 1]);
    for (let day = 1; day < 30; day++) await n(second, new Date(at(second).getTime() + day * 86_400_000).toISOString());
    expect([await n(first, second), await n(second, last)]).toEqual([1, 0]);
  });

  it("says what whoever reads it has to know", async () => {
    await ask(1);
    const progress = { startedAt: second(0), updatedAt: second(0), phase: "closed", read: 120, total: 400 } as const;
    await stores.timelineProgress.keepBackfill(widgets, progress);
    expect((await measurer.report(widgets, period)).notes).toEqual([
      expect.stringContaining("120 of 400 discussions"),
      expect.stringContaining("no attainment"),
      expect.stringContaining("no deflection"),
    ]);
  });

  it("goes by no calendar where the config is none for this version", async () => {
    await stores.records.keepConfig(widgets, "acme/widgets", "calendars: 7");
    expect((await measurer.report(widgets, period)).calendar).toBe("always open");
  });
});

describe("the thread", () => {
  it("rejects what is under way when it is closed, and leaves the database", async () => {
    await ask(1);
    const measurer = createWorkerMeasurer({ dataFolder: folder, webUrl, clock: () => now });
    const [report] = await Promise.allSettled([measurer.report(widgets, period), measurer.close()]);
    expect(report).toMatchObject({ status: "rejected", reason: { name: "ThreadClosedError" } });
    await measurer.close();
    await expect(measurer.report(widgets, period)).rejects.toThrow("The measurer is closed.");
    expect(await stores.timelines.knowsThread(widgets, 1)).toBe(true);
  });

  it("says why it could not measure", async () => {
    const measurer = createWorkerMeasurer({ dataFolder: "/dev/null/nowhere", webUrl, clock: () => now });
    closing.push(() => measurer.close());
    await expect(measurer.report(widgets, period)).rejects.toMatchObject({
      message: "The measurer's thread has ended.",
      cause: { message: "unable to open database file" },
    });
  });
});
