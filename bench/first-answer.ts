/** How long a question waits for its comment on an idle system, on either engine, and what is asked of GitHub meanwhile. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Discussion } from "local-github-server/world";
import { startPostgres } from "../local-postgres/start-postgres.ts";
import { openDesk, type Desk } from "./desk.ts";
import { percentile, print } from "./figures.ts";
import { generatedDocs } from "./generated-docs.ts";

const pages = 200;
const questions = 11;
/** Longer than our own pace of writes, so that no question waits for the one before it. */
const pauseMs = 1_200;

const docs = generatedDocs(pages, { bytes: 4_000 });
console.log(`a repository with ${pages} pages of 4 kB; from the question on GitHub to the comment on GitHub`);
const server = await startPostgres({ durable: true });
try {
  await measure("SQLite", {});
  await measure("PostgreSQL", { DATABASE_URL: (await server.newDatabase()).url });
} finally {
  await server.stop();
}

async function measure(engine: string, environment: Readonly<Record<string, string>>): Promise<void> {
  console.log(`\n${engine}\n`);
  const desk = await openDesk(docs, environment);
  try {
    desk.install();
    await desk.settle();
    await tell(desk);
  } finally {
    await desk.close();
  }
}

async function tell(desk: Desk): Promise<void> {
  const first = await answerTo(desk, 0);
  const rest: Awaited<ReturnType<typeof answerTo>>[] = [];
  for (let index = 1; index <= questions; index += 1) rest.push(await answerTo(desk, index));
  const middle = rest.toSorted((a, b) => a.total - b.total)[Math.floor(questions / 2)];

  print("the first question, which builds the index", `${first.total.toFixed(0)} ms`);
  const totals = rest.map(({ total }) => total);
  print(
    `${questions} more, one at a time`,
    `median ${percentile(totals, 0.5).toFixed(0)} ms, ${Math.min(...totals).toFixed(0)} to ${Math.max(...totals).toFixed(0)} ms`,
  );
  if (middle === undefined) throw new Error("Nothing was measured.");
  print("of the median: until the webhook was acknowledged", `${middle.acknowledged.toFixed(0)} ms`);
  for (const { operation, points, durationMs } of middle.calls) {
    print(`of the median: ${operation}`, `${durationMs.toFixed(0)} ms inside GitHub, ${points} points`);
  }
}

async function answerTo(desk: Desk, index: number) {
  await sleep(pauseMs);
  const { github, settle, ask } = desk;
  const heading = /^## (.*)$/m.exec(docs[index * 7]?.content ?? "")?.[1] ?? "";
  github.ledger.clear();
  let acknowledged = Number.NaN;
  const start = performance.now();
  const stopWatching = github.webhooks.onDelivery(({ event }) => {
    if (event === "discussion") acknowledged = performance.now() - start;
  });
  await answered(desk, ask(heading, `I want to ${heading.toLowerCase()}, and do not know how.`));
  const total = performance.now() - start;
  stopWatching();
  await settle();
  return { total, acknowledged, calls: github.ledger.list() };
}

/** Resolves when the bot has commented; rejects after ten seconds. */
async function answered(desk: Desk, discussion: Discussion): Promise<void> {
  const { world } = desk.github;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error(`"${discussion.title}" was not answered.`)), 10_000);
  const stop = world.on((event) => {
    if (event.event === "discussion_comment" && event.discussion === discussion) resolve();
  });
  await promise.finally(() => {
    clearTimeout(timer);
    stop();
  });
}
