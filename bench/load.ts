/**
 * What a rush of webhooks, a long line and a sudden end do, on SQLite and on PostgreSQL in the same run: 500 a second for
 * a minute, a process killed with 10,000 in line, a start with 100,000 in line. Each webhook tells of a pull request of
 * somebody's own, which is put in line and handled without a question to GitHub: what is measured is the inbox.
 * `node bench/load.ts [seconds of the rush] [sqlite|postgres|both] [share of all numbers, for a busy machine]`.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { openIssue } from "local-github-server/world";
import { startPostgres } from "../local-postgres/start-postgres.ts";
import { openDatabase, type DatabasePlace } from "../src/storage/open-database.ts";
import { currentLoad } from "./conditions.ts";
import { openDesk, type Desk } from "./desk.ts";
import { print, spread } from "./figures.ts";
import { sendWebhooks } from "./send-webhooks.ts";

const share = Number(process.argv[4] ?? 1);
const perSecond = 500 * share;
const seconds = Number(process.argv[2] ?? 60);
/** Of many sizes around this; what GitHub sends of a pull request is about 25 kB. */
const usualBytes = 20_000;
/** Of those that are in line at a start, so that there is room for 100,000 on any disk. */
const fillBytes = 2_000;

const server = await startPostgres({ durable: true });
try {
  if (process.argv[3] !== "postgres") await measure("SQLite", {});
  const { url } = await server.newDatabase();
  if (process.argv[3] !== "sqlite") await measure("PostgreSQL", { DATABASE_URL: url });
} finally {
  await server.stop();
}

async function measure(engine: string, environment: Readonly<Record<string, string>>): Promise<void> {
  console.log(`\n${engine} (${currentLoad()})\n`);
  const desk = await openDesk([], environment);
  try {
    const webhook = await sample(desk);
    await rush(desk, webhook);
    await killed(desk, webhook, environment["DATABASE_URL"]);
    await longLine(desk, webhook, environment["DATABASE_URL"]);
  } finally {
    await desk.close();
  }
}

/** The body of the nth webhook, made of what this GitHub sends of an issue; about `bytes` long. */
type Webhook = (index: number, bytes?: number) => string;

async function sample(desk: Desk): Promise<Webhook> {
  desk.install();
  const mia = desk.github.world.findUser("mia");
  if (!mia) throw new Error("Somebody is missing.");
  openIssue(desk.github.world, mia, desk.repository, { title: "An issue", body: "Words." });
  await desk.settle();
  const told = desk.github.webhooks.list().findLast(({ event }) => event === "issues");
  if (!told) throw new Error("No issue was told of.");
  const { repository, installation, sender } = JSON.parse(told.request.body) as {
    readonly repository: { readonly id: number };
    readonly installation: object;
    readonly sender: object;
  };
  return (index, bytes = usualBytes) => {
    const pull_request = { number: 1_000 + index, head: { ref: "topic", repo: { id: repository.id } } };
    const about = { action: "closed", repository, installation, sender, pull_request };
    return JSON.stringify({ ...about, words: "x".repeat(bytes / 2 + (index % 100) * (bytes / 100)) });
  };
}

async function rush(desk: Desk, body: Webhook): Promise<void> {
  const used = await desk.app.processorSeconds();
  const { milliseconds, answers } = await sendWebhooks({
    ...desk.webhook,
    event: "pull_request",
    perSecond,
    seconds,
    body: (index) => body(index),
  });
  const ended = performance.now();
  const behind = await inLine(desk);
  await through(desk);
  const took = (performance.now() - ended) / 1_000;
  const each = (((await desk.app.processorSeconds()) - used) * 1_000) / milliseconds.length;
  const statuses = Object.entries(answers).map(([status, count]) => `${count} × ${status}`);
  print(
    `${perSecond}/s for ${seconds} s of ${usualBytes / 1_000} kB, acknowledged`,
    `${spread(milliseconds)}; ${statuses.join(", ")}`,
  );
  print("  in line when the last one was acknowledged", String(behind));
  print("  all handled", `${took.toFixed(1)} s later; ${each.toFixed(1)} ms of processor time each`);
  print("  memory", await memory(desk));
}

async function killed(desk: Desk, body: Webhook, databaseUrl: string | undefined): Promise<void> {
  const count = 10_000 * share;
  await desk.restart((dataFolder) => fill({ dataFolder, ...(databaseUrl && { databaseUrl }) }, body, count));
  while ((await inLine(desk)) > count * 0.95) await sleep(20);
  await desk.app.kill();
  const from = performance.now();
  await desk.restart();
  const listens = performance.now() - from;
  const left = await inLine(desk);
  if (left > 0) while ((await inLine(desk)) >= left) await sleep(20);
  const works = performance.now() - from;
  await through(desk);
  const took = (performance.now() - from) / 1_000;
  const { done = 0, dead = 0 } = await desk.app.counts();
  print(
    `killed with ${count.toLocaleString("en")} in line, started again`,
    `listens after ${listens.toFixed(0)} ms, works after ${works.toFixed(0)} ms`,
  );
  print(
    "  all handled",
    `${took.toFixed(1)} s after the start: ${(left / took).toFixed(0)}/s; ${done} done, ${dead} given up`,
  );
}

async function longLine(desk: Desk, body: Webhook, databaseUrl: string | undefined): Promise<void> {
  const count = 100_000 * share;
  await desk.restart((dataFolder) => fill({ dataFolder, ...(databaseUrl && { databaseUrl }) }, body, count));
  const before = await inLine(desk);
  const { milliseconds } = await sendWebhooks({
    ...desk.webhook,
    event: "pull_request",
    perSecond: 50 * share,
    seconds: 20,
    body,
  });
  const after = await inLine(desk);
  print(`${count.toLocaleString("en")} in line, ${50 * share}/s more acknowledged`, spread(milliseconds));
  print("  handled meanwhile", `${((before + milliseconds.length - after) / 20).toFixed(0)}/s`);
  print("  memory", await memory(desk));
}

/** Puts so many in line while the app does not run. */
async function fill(place: DatabasePlace, body: Webhook, count: number): Promise<void> {
  const { db, close } = await openDatabase(place);
  const at = Date.now();
  const atOnce = Math.min(count, 500);
  for (let from = 0; from < count; from += atOnce) {
    const numbers = Array.from({ length: atOnce }, (_, index) => from + index);
    await db.transaction().execute(async (transaction) => {
      const rows = numbers.map((index) => ({
        id: `fill:${count}:${index}`,
        name: "pull_request",
        action: "closed",
        order_key: `fill:${index}`,
        installation: 1,
        state: "waiting" as const,
        attempts: 0,
        received_at: at,
        run_at: at,
      }));
      const stored = await transaction.insertInto("deliveries").values(rows).returning("seq").execute();
      const payloads = stored.map(({ seq }, index) => ({ delivery: seq, payload: body(from + index, fillBytes) }));
      await transaction.insertInto("delivery_payloads").values(payloads).execute();
    });
  }
  await close();
}

async function inLine(desk: Desk): Promise<number> {
  const { waiting = 0, running = 0 } = await desk.app.counts();
  return waiting + running;
}

async function through(desk: Desk): Promise<void> {
  while ((await inLine(desk)) > 0) await sleep(250);
}

async function memory(desk: Desk): Promise<string> {
  const used = await desk.app.memory();
  return used
    ? `${used.now.toFixed(0)} MB resident, ${used.most.toFixed(0)} MB at most so far`
    : "unknown on this system";
}
