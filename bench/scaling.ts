/**
 * What one PostgreSQL takes: 10,000 installations, a million threads, deliveries of all of them. GitHub has no part in it:
 * what is measured is what each delivery costs the server and the process that handles it, by the app's own stores.
 * Figures and what follows from them are in docs/operating/scaling.md. Linux only: the processor's time is read from `/proc`.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { startPostgres } from "../local-postgres/start-postgres.ts";
import { openFeatureStores } from "../src/features/index.ts";
import { InboxStore } from "../src/queue/inbox-store.ts";
import { openDatabase } from "../src/storage/open-database.ts";
import { print, spread } from "./figures.ts";
import { seedDesk, type Scale } from "./scaling/seed-desk.ts";
import { readServerCost } from "./scaling/server-cost.ts";
import { seededChance } from "./seeded-chance.ts";

const share = Number(process.argv[2] ?? 1);
const scale: Scale = { installations: 10_000, threads: 1_000_000 * share, history: 1_000_000 * share };
const secondsEach = 20;
const workers = 16;
const payload = { action: "created", comment: { body: "x".repeat(4_000) } };

const server = await startPostgres({ durable: true, settings: { shared_buffers: "1GB" } });
const database = await openDatabase({ dataFolder: "", databaseUrl: server.url });
const inbox = new InboxStore(database, `bench|${process.pid}|${randomUUID()}`);
const { timelines } = openFeatureStores(database);
const chance = seededChance(7);

try {
  const started = performance.now();
  await seedDesk(database, scale);
  print("filled in", `${((performance.now() - started) / 1000).toFixed(0)} s: ${JSON.stringify(scale)}`);
  await sizes();
  await arrivals("50 arrive each second", 50);
  await handling("all of these are handled, sixteen at a time");
  await arrivals("500 arrive each second", 500);
  await handling("all of these are handled, sixteen at a time");
} finally {
  await database.close();
  await server.stop();
}

/** Bytes on the disk, with indexes, by what they grow with. */
async function sizes(): Promise<void> {
  const of = async (tables: readonly string[]) => {
    const { rows } = await sql<{ bytes: number }>`
      select sum(pg_total_relation_size(name::regclass))::bigint as bytes
      from unnest(${sql.lit(`{${tables.join(",")}}`)}::text[]) as name`.execute(database.db);
    return rows[0]?.bytes ?? 0;
  };
  const threads = await of(["timeline_threads", "timeline_entries", "watched_threads"]);
  const deliveries = await of(["deliveries", "delivery_payloads"]);
  print("a thread on the disk", `${(threads / scale.threads / 1000).toFixed(1)} kB`);
  print("a delivery on the disk", `${(deliveries / scale.history / 1000).toFixed(1)} kB`);
}

/** Accepts at this pace, whether or not the one before is through. */
async function arrivals(what: string, perSecond: number): Promise<void> {
  const before = await readServerCost(database);
  const own = process.cpuUsage();
  const took: number[] = [];
  const pending: Promise<void>[] = [];
  const start = performance.now();
  const count = perSecond * secondsEach;
  for (let index = 0; index < count; index++) {
    const wait = start + (index * 1000) / perSecond - performance.now();
    if (wait > 1) await sleep(wait);
    pending.push(acceptOne(took));
  }
  await Promise.all(pending);
  await tell(what, count, before, own, (performance.now() - start) / 1000);
  print("  acknowledged after", spread(took));
}

async function acceptOne(took: number[]): Promise<void> {
  const repository = 1 + Math.floor(chance() * scale.installations);
  const number = 1 + Math.floor((chance() * scale.threads) / scale.installations);
  const at = performance.now();
  await inbox.accept(
    { id: randomUUID(), name: "discussion_comment", payload: { ...payload, repository, number } },
    {
      orderKey: `thread:${repository}:${number}`,
      installation: repository,
      priority: 1,
      repository,
      actor: `person-${Math.floor(chance() * 100_000)}`,
      cause: `comment:${randomUUID()}`,
    },
    new Date(),
  );
  took.push(performance.now() - at);
}

/** What the database sees of a comment: claim, read the timeline, plan, take the comment in, mark, finish. */
async function handling(what: string): Promise<void> {
  const before = await readServerCost(database);
  const own = process.cpuUsage();
  const start = performance.now();
  let handled = 0;
  const work = async () => {
    for (;;) {
      const delivery = await inbox.claim(new Date(), 60_000);
      if (!delivery) return;
      const { repository: id, number } = delivery.payload as { repository: number; number: number };
      const repository = { id, owner: "owner", name: "widgets", installation: id };
      await timelines.findTimeline(repository, number);
      await inbox.keepPlan(delivery.id, "feature:timeline", {
        because: "a comment",
        actions: [{ do: "nothing" }] as never,
      });
      const entry = {
        key: `comment:${delivery.id}`,
        at: new Date(),
        kind: "comment" as const,
        id: delivery.id,
        by: "ann",
      };
      await timelines.addEntries(repository, number, [{ ...entry, actor: "community" }]);
      await inbox.markDone(delivery.id, "feature:timeline", 0);
      await inbox.finish(delivery.id, "timeline: take in a comment, because it is new", new Date());
      handled++;
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  await tell(what, handled, before, own, (performance.now() - start) / 1000);
}

async function tell(
  what: string,
  count: number,
  before: Awaited<ReturnType<typeof readServerCost>>,
  own: NodeJS.CpuUsage,
  seconds: number,
): Promise<void> {
  const after = await readServerCost(database);
  const { user, system } = process.cpuUsage(own);
  const each = (value: number, digits = 2) => (value / count).toFixed(digits);
  print(what, `${count} in ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(0)} a second`);
  print("  each costs the server", `${each((after.processor - before.processor) * 1000)} ms of processor`);
  print(
    "  and",
    `${each((after.walBytes - before.walBytes) / 1000)} kB of log, ${each(after.commits - before.commits)} commits`,
  );
  print("  and this process", `${each((user + system) / 1000)} ms of processor`);
}
