/** Figures of the inbox and the stores on this machine's disk. Run by `node bench/inbox.ts [folder for the data]`. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { QueuePosition } from "../src/core/inbox.ts";
import type { PageRef, Section } from "../src/core/knowledge.ts";
import { InboxStore } from "../src/queue/inbox-store.ts";
import { openDatabase, type Database } from "../src/storage/open-database.ts";
import { KnowledgeStore } from "../src/storage/knowledge-store.ts";

const leaseMs = 60_000;
const start = new Date("2026-01-05T08:00:00Z");
const repository = { id: 1, owner: "acme", name: "widgets", installation: 1 };

const folder = await mkdtemp(join(process.argv[2] ?? tmpdir(), "frontdesk-bench-"));
const database = await openDatabase({ dataFolder: folder });
try {
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}, data on ${folder}\n`);
  await benchInbox(new InboxStore(database, "bench"), database);
  const store = new KnowledgeStore(database, "https://github.com", () => start);
  await benchKnowledge(store);
  await benchBoth(new InboxStore(database, "bench"), store);
} finally {
  await database.close();
  await rm(folder, { recursive: true });
}

async function benchInbox(inbox: InboxStore, { db }: Database): Promise<void> {
  const payload = { action: "created", discussion: { body: "x".repeat(10_000) } };
  await measure("accept, one after the other (10 kB, durable)", 2_000, (at) =>
    inbox.accept({ id: `a${at}`, name: "discussion", payload }, position(`k${at}`), start),
  );
  await measure("claim + finish, 2,000 waiting", 500, () => claimAndFinish(inbox));
  await fill(db, "done", 100_000);
  await measure("accept, 100,000 done", 1_000, (at) =>
    inbox.accept({ id: `b${at}`, name: "discussion", payload }, position(`k${at}`), start),
  );
  await fill(db, "waiting", 5_000);
  await measure("claim + finish, 100,000 done, 7,500 waiting", 500, () => claimAndFinish(inbox));
  await db
    .updateTable("deliveries")
    .set({ run_at: start.getTime() + leaseMs })
    .where("state", "=", "waiting")
    .execute();
  await measure("claim, 100,000 done, 7,000 waiting, none due", 200, () => inbox.claim(start, leaseMs));
  await measure("nextRunAt, the same", 200, () => inbox.nextRunAt());
  await measure("counts, the same", 50, () => inbox.counts());
  await db
    .updateTable("deliveries")
    .set({ run_at: start.getTime(), order_key: "one" })
    .where("state", "=", "waiting")
    .execute();
  await inbox.claim(start, leaseMs);
  await measure("claim, all 7,000 behind one that runs", 200, () => inbox.claim(start, leaseMs));
  const big = { action: "created", body: "x".repeat(25_000_000) };
  await measure("accept 25 MB", 3, (at) =>
    inbox.accept({ id: `c${at}`, name: "push", payload: big }, position("big"), start),
  );
  await measure("show 25 MB", 3, (at) => inbox.show(`c${at}`));
  await measure("prune 100,000", 1, () => inbox.prune(new Date(start.getTime() + 1)));
}

function position(orderKey: string): QueuePosition {
  return { orderKey, installation: 1, priority: 1 };
}

async function claimAndFinish(inbox: InboxStore): Promise<void> {
  const delivery = await inbox.claim(start, leaseMs);
  if (delivery === undefined) throw new Error("There was nothing to claim.");
  await inbox.finish(delivery.id, "done", start);
}

/** Put rows into the table directly: what counts is how many there are. */
async function fill(db: Database["db"], state: "done" | "waiting", count: number): Promise<void> {
  const at = start.getTime();
  const finished_at = state === "done" ? at : null;
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: 500 }, (_, index) => ({
      id: `${state}${from + index}`,
      name: "discussion",
      order_key: `discussion:${from + index}`,
      installation: 1,
      state,
      attempts: 0,
      received_at: at,
      run_at: at,
      finished_at,
    }));
    await db.transaction().execute(async (transaction) => {
      const stored = await transaction.insertInto("deliveries").values(rows).returning("seq").execute();
      const payloads = stored.map(({ seq }) => ({ delivery: seq, payload: "{}" }));
      await transaction.insertInto("delivery_payloads").values(payloads).execute();
    });
  }
}

async function benchKnowledge(store: KnowledgeStore): Promise<void> {
  const pages = Array.from({ length: 10_000 }, (_, index) => page(index, "1"));
  await measure("put a page of 5 sections", pages.length, (at) => store.putPage(pageAt(pages, at), sections(at)));
  await measure("known pages, 10,000", 3, () => store.knownPages(pages));
  await measure("publish 10,000 new pages", 1, () => store.publishDocs(repository, "c1", undefined, pages));
  const changed = pages.map((it, index) => (index % 100 === 0 ? page(index, "2") : it));
  for (const [index, it] of changed.entries()) if (it.sha === "2") await store.putPage(it, sections(index));
  await measure("publish 10,000 pages, 100 of them changed", 1, () =>
    store.publishDocs(repository, "c2", undefined, changed),
  );
  await measure("all changes: 50,000 sections", 3, () => store.changesSince(repository, 0));
  await measure("changes of 100 pages", 20, () => store.changesSince(repository, 1));
  await measure("no changes", 200, () => store.changesSince(repository, 2));
}

/** Webhooks come at their own pace, whatever else goes on. */
async function benchBoth(inbox: InboxStore, store: KnowledgeStore): Promise<void> {
  const payload = { action: "created", discussion: { body: "x".repeat(10_000) } };
  const other = { ...repository, id: 2 };
  const pages = Array.from({ length: 10_000 }, (_, index) => page(index, "1"));
  for (const [index, it] of pages.entries()) await store.putPage(it, sections(index));
  const work = store.publishDocs(other, "c1", undefined, pages).then(() => store.changesSince(other, 0));
  await measure("accept, while 10,000 pages are published and read", 80, (at) =>
    inbox.accept({ id: `d${at}`, name: "discussion", payload }, position(`k${at}`), start),
  );
  await work;
}

function page(index: number, sha: string): PageRef {
  return { path: `docs/part-${index % 97}/page-${index}.md`, sha };
}

function pageAt(pages: readonly PageRef[], index: number): PageRef {
  const found = pages[index];
  if (found === undefined) throw new Error(`There is no page ${index}.`);
  return found;
}

/** Five sections of about 700 characters, as documentation has them on average. */
function sections(index: number): Section[] {
  return Array.from({ length: 5 }, (_, part) => ({
    path: `docs/part-${index % 97}/page-${index}.md`,
    anchor: `part-${part}`,
    headings: [`Page ${index}`, `Part ${part}`],
    title: `Part ${part}`,
    text: `how to install the widget ${index} `.repeat(20),
    code: "npm install widget\n",
    links: ["docs/other.md#there"],
    aliases: [],
    line: part * 20 + 1,
  }));
}

/** Run it so many times, one after the other; print how long one takes and how long the event loop stood still. */
async function measure(what: string, times: number, run: (index: number) => Promise<unknown>): Promise<void> {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const took: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const from = performance.now();
    await run(index);
    took.push(performance.now() - from);
    // Without this turn the loop would stand still for all runs together.
    await sleep(1);
  }
  await sleep(10);
  loop.disable();
  const sum = took.reduce((total, one) => total + one, 0);
  took.sort((a, b) => a - b);
  const at = (share: number): string => (took[Math.min(times - 1, Math.floor(times * share))] ?? 0).toFixed(2);
  const rate = times > 1 ? `, ${Math.round((times / sum) * 1_000)}/s` : "";
  const resident = process.memoryUsage().rss / 1e6;
  console.log(
    `${what.padEnd(52)} p50 ${at(0.5)} ms, p99 ${at(0.99)} ms${rate}; event loop held at most ${(loop.max / 1e6).toFixed(0)} ms; resident ${resident.toFixed(0)} MB`,
  );
}
