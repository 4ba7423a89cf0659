/**
 * pg-boss and the inbox on the same PostgreSQL: what each takes, and what each does with what the inbox promises.
 * Run by `npm run bench -- queue`, or `node bench/queue/compare.ts [pg-boss|inbox]`.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { print, spread } from "../figures.ts";
import type { Job, MeasuredQueue } from "./measured-queue.ts";
import { openInbox } from "./inbox-queue.ts";
import { openPgBoss } from "./pg-boss-queue.ts";
import { startPostgres } from "../../local-postgres/start-postgres.ts";

const queues: Readonly<Record<string, (url: string, connections: number) => Promise<MeasuredQueue>>> = {
  "pg-boss": openPgBoss,
  inbox: openInbox,
};
const body = { action: "created", discussion: { body: "x".repeat(4_000) } };
const job = (about: Partial<Job> = {}): Job => {
  const id = randomUUID();
  return { id, key: id, installation: 1, payload: body, ...about };
};
const jobs = (count: number, about: (index: number) => Partial<Job>): Job[] =>
  Array.from({ length: count }, (_, index) => job(about(index)));

const server = await startPostgres({ durable: true });
try {
  for (const [name, open] of Object.entries(queues)) {
    if (process.argv[2] !== undefined && process.argv[2] !== name) continue;
    console.log(`\n### ${name}\n`);
    const inNew = async (
      act: (queue: MeasuredQueue, more: () => Promise<MeasuredQueue>, url: string) => Promise<void>,
      connections = 10,
    ) => {
      const { url } = await server.newDatabase();
      const queue = await open(url, connections);
      try {
        await act(queue, () => open(url, connections), url);
      } finally {
        await queue.close();
      }
    };
    await inNew((queue) => accepting(queue, 1), 1);
    await inNew((queue) => accepting(queue, 10));
    await inNew(taking);
    await inNew(written);
    await inNew((queue) => longLine(queue, "100,000 in 50,000 keys", 100_000, (at) => ({ key: `k${at % 50_000}` })));
    await inNew((queue) => longLine(queue, "100,000 in one key", 100_000, () => ({ key: "one" })));
    await inNew((queue) =>
      longLine(queue, "100,000 of 10,000 installations", 100_000, (at) => ({ installation: at % 10_000 })),
    );
    await inNew((queue) => crowd(queue, 1));
    await inNew((queue) => crowd(queue, 2));
    await inNew(promises);
  }
} finally {
  await server.stop();
}

async function accepting(queue: MeasuredQueue, atOnce: number): Promise<void> {
  const count = 2_000;
  const from = performance.now();
  const took: number[] = [];
  const one = async () => {
    for (let index = 0; index < count / atOnce; index++) {
      const began = performance.now();
      await queue.accept(job());
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  print(`accept, ${atOnce} at a time (4 kB, durable)`, `${rate(count, from)}; ${spread(took)}`);
}

/** `more` opens the same queue as another process has it. */
async function taking(first: MeasuredQueue, more: () => Promise<MeasuredQueue>): Promise<void> {
  for (const [processes, batch] of [
    [1, 1],
    [1, 8],
    [4, 2],
  ] as const) {
    const count = 1_000;
    await first.fill(jobs(count, (at) => ({ installation: at % 50 })));
    const queues = [first];
    while (queues.length < processes) queues.push(await more());
    const from = performance.now();
    const taken = new Set<string>();
    let twice = 0;
    const takeAll = async (queue: MeasuredQueue) => {
      while (taken.size < count) {
        for (const it of await queue.take(batch)) {
          if (taken.has(it.id)) twice++;
          taken.add(it.id);
          await queue.finish(it);
        }
      }
    };
    await Promise.all(queues.map(takeAll));
    print(`take + finish, ${processes} × ${batch} at a time, 1,000 waiting`, `${rate(count, from)}; ${twice} twice`);
    for (const queue of queues.slice(1)) await queue.close();
  }
}

/** What the server wrote and committed for each delivery. */
async function written(queue: MeasuredQueue, _: unknown, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const figures = async () => {
    await client.query("select pg_stat_force_next_flush()");
    await sleep(1_500);
    const { rows } = await client.query<{ commits: string; bytes: string; syncs: string }>(
      `select (select xact_commit from pg_stat_database where datname = current_database()) as commits,
              (select wal_bytes from pg_stat_wal) as bytes,
              (select sum(fsyncs) from pg_stat_io where object = 'wal' and backend_type = 'client backend') as syncs`,
    );
    const [row] = rows;
    return { commits: Number(row?.commits), bytes: Number(row?.bytes), syncs: Number(row?.syncs) };
  };
  await client.query("checkpoint");
  for (let warm = 0; warm < 200; warm++) await accepted(queue);
  const before = await figures();
  const count = 500;
  for (let index = 0; index < count; index++) await accepted(queue);
  const after = await figures();
  const each = (of: "commits" | "bytes" | "syncs") => (after[of] - before[of]) / count;
  await client.end();
  print(
    "one delivery accepted, taken, finished",
    `${each("commits").toFixed(1)} commits, ${each("syncs").toFixed(1)} waits for the disk, ${(each("bytes") / 1_000).toFixed(1)} kB of write-ahead log`,
  );
}

async function accepted(queue: MeasuredQueue): Promise<void> {
  await queue.accept(job());
  for (const it of await queue.take(1)) await queue.finish(it);
}

async function longLine(
  queue: MeasuredQueue,
  what: string,
  count: number,
  about: (index: number) => Partial<Job>,
): Promise<void> {
  await queue.fill(jobs(count, (at) => ({ ...about(at), payload: {} })));
  const took: number[] = [];
  let none = 0;
  for (let index = 0; index < 20; index++) {
    const from = performance.now();
    const taken = await queue.take(1);
    took.push(performance.now() - from);
    if (taken.length === 0) none++;
    for (const it of taken) await queue.finish(it);
  }
  await queue.take(1);
  const held: number[] = [];
  for (let index = 0; index < 10; index++) {
    const from = performance.now();
    await queue.take(1);
    held.push(performance.now() - from);
  }
  print(`take one, ${what}`, `${spread(took)}${none > 0 ? `; ${none} of 20 came back empty` : ""}`);
  print(`  the same with some in progress`, spread(held));
}

/** Sixteen hands, 20 ms of work each; some installations have 10,000 in line, and then another one has one. */
async function crowd(queue: MeasuredQueue, crowded: number): Promise<void> {
  await queue.fill(jobs(10_000 * crowded, (at) => ({ installation: 1 + (at % crowded), payload: {} })));
  let inHand = 0;
  let theirs: number | undefined;
  let before = 0;
  const began = performance.now();
  const until = began + 20_000;
  let accepted = Number.POSITIVE_INFINITY;
  while (theirs === undefined && performance.now() < until) {
    if (accepted === Number.POSITIVE_INFINITY && performance.now() > began + 2_000) {
      accepted = performance.now();
      await queue.accept(job({ installation: 99 }));
    }
    if (inHand >= 16) {
      await sleep(1);
      continue;
    }
    const taken = await queue.take(Math.min(2, 16 - inHand));
    if (taken.length === 0) await sleep(5);
    for (const it of taken) {
      if (it.installation === 99) theirs = performance.now() - accepted;
      else if (accepted !== Number.POSITIVE_INFINITY) before++;
      inHand++;
      void sleep(20)
        .then(() => queue.finish(it))
        .then(() => inHand--);
    }
  }
  await sleep(100);
  const waited =
    theirs === undefined
      ? `not taken within 18 s; ${before} of the others were`
      : `${theirs.toFixed(0)} ms, ${before} of the others first`;
  print(`the one of B, behind 10,000 of ${crowded === 1 ? "A" : "A and as many of C"}`, waited);
}

/** What becomes of those behind one that has to wait, and of what comes again. */
async function promises(queue: MeasuredQueue): Promise<void> {
  const [first, next] = [job({ key: "k" }), job({ key: "k" })];
  await queue.accept(first);
  await queue.accept(next);
  const [taken] = await queue.take(1);
  if (taken === undefined) throw new Error("There was nothing to take.");
  await queue.fail(taken, 2);
  print("first of a key waits 2 s: those behind it", (await queue.take(1)).length === 0 ? "held back" : "OVERTAKE it");
  await sleep(2_200);
  const [again] = await queue.take(1);
  print("  then comes", again?.id === first.id ? "the first" : "ANOTHER");
  if (again) await queue.finish(again);
  for (const it of await queue.take(1)) await queue.finish(it);
  print("the same id again, the first one done", (await queue.accept(first)) ? "TAKEN TWICE" : "known");

  const [dying, behind] = [job({ key: "d" }), job({ key: "d" })];
  await queue.accept(dying);
  await queue.accept(behind);
  for (let tries = 0; tries < 9; tries++) {
    const [it] = await queue.take(1);
    if (it?.id !== dying.id) break;
    await queue.fail(it, tries < 8 ? 0 : undefined);
    await sleep(20);
  }
  const [after] = await queue.take(1);
  print(
    "first of a key is a dead letter: those behind it",
    after?.id === behind.id ? "go on" : "are HELD BACK for good",
  );
}

function rate(count: number, from: number): string {
  return `${Math.round((count / (performance.now() - from)) * 1_000).toLocaleString("en")}/s`;
}
