/**
 * What the finder's thread leaves of the process: the longest time the main thread's event loop stood still, and how long
 * a webhook took to be written down, while an index was built, fitted, kept, restored and asked.
 *
 *     node bench/search/event-loop.ts [--documents 33000]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createWorkerFinder } from "../../src/search-thread/worker-finder.ts";
import { InboxStore } from "../../src/queue/inbox-store.ts";
import { startStopwatch } from "../../src/evaluation/sets/stopwatch.ts";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import { percentile, print, spread } from "../figures.ts";
import { madeUpItems, madeUpQuestions } from "./speed/made-up-corpus.ts";
import { storeCorpus } from "./speed/stored-corpus.ts";

const repository = { id: 1, owner: "acme", name: "lantern", installation: 1 };
const webUrl = "https://github.com";
const questions = 300;
/** Between two webhooks. */
const webhookMs = 20;

const { values } = parseArgs({ options: { documents: { type: "string", default: "33000" } } });
const documents = Number(values.documents);
const folder = await mkdtemp(join(tmpdir(), "frontdesk-bench-"));
const database = await openDatabase({ dataFolder: folder });
const newFinder = () =>
  createWorkerFinder({ dataFolder: folder, webUrl, log: { warn: (facts, message) => console.log(message, facts) } });
const posts = [...madeUpQuestions(questions, documents)];
const [first] = posts;

try {
  const store = new KnowledgeStore(database, webUrl, () => new Date());
  await storeCorpus(store, repository, madeUpItems(documents));
  print(`${documents} documents`, `${posts.length} questions`);
  await watched("nothing but webhooks", () => sleep(3_000));
  const finder = newFinder();
  if (first) await watched("first answer: read, index", () => finder.find(repository, first, 5));
  await watched("behind it: fit, keep a snapshot", snapshotKept);
  await watched(`${questions} answers, one after the other`, async () => {
    const took: number[] = [];
    for (const post of posts) took.push(await timed(() => finder.find(repository, post, 5)));
    print(
      "  each, with texts and the way to the thread",
      `${spread(took)}, p95 ${percentile(took, 0.95).toFixed(1)} ms`,
    );
  });
  print("resident memory of the process", `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
  await watched("closing", () => finder.close());
  const next = newFinder();
  if (first) await watched("first answer of a new thread: restore", () => next.find(repository, first, 5));
  await next.close();
} finally {
  await database.close();
  await rm(folder, { recursive: true });
}

/** Measures the main thread during some work of the other one, while webhooks come. */
async function watched(what: string, work: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const webhooks = { took: [] as number[], isOver: false };
  const coming = acceptWebhooks(database, webhooks);
  const watch = startStopwatch();
  const ownBefore = process.threadCpuUsage();
  await work();
  const { wall, processor } = watch();
  const { user, system } = process.threadCpuUsage(ownBefore);
  webhooks.isOver = true;
  await coming;
  delay.disable();
  // A timer of one millisecond comes late even with nothing to do; what is above that is standing still.
  const longest = `a turn of the event loop: p99 ${ms(delay.percentile(99))}, at most ${ms(delay.max)}`;
  const own = `${((user + system) / 1_000).toFixed(0)} ms of it on the main thread`;
  print(what, `${wall.toFixed(0)} ms, processor ${processor.toFixed(0)} ms, ${own}`);
  print("  meanwhile", longest);
  print("  a webhook written down", spread(webhooks.took));
}

async function acceptWebhooks(
  database: Database,
  webhooks: { readonly took: number[]; isOver: boolean },
): Promise<void> {
  const inbox = new InboxStore(database, "bench");
  const payload = { action: "created", discussion: { body: "x".repeat(5_000) } };
  while (!webhooks.isOver) {
    const id = crypto.randomUUID();
    webhooks.took.push(
      await timed(() =>
        inbox.accept({ id, name: "discussion", payload }, { orderKey: id, installation: 1, priority: 1 }, new Date()),
      ),
    );
    await sleep(webhookMs);
  }
}

async function snapshotKept(): Promise<void> {
  const snapshots = database.db.selectFrom("snapshots").select("size").where("edition", "is not", null);
  for (;;) {
    const row = await snapshots.executeTakeFirst();
    if (row !== undefined) return print("  snapshot", `${((row.size ?? 0) / 1e6).toFixed(1)} MB`);
    await sleep(10);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function ms(nanoseconds: number): string {
  return `${(nanoseconds / 1e6).toFixed(1)} ms`;
}
