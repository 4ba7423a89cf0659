/**
 * What it takes to measure a repository of 10,000 threads from the database, and to tell a report of it; and what that
 * leaves of the process that listens meanwhile. Run by `node bench/measures.ts`.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { composeStores } from "../src/compose-stores.ts";
import { dayMs, hourMs } from "../src/core/clock.ts";
import type { Suggestion } from "../src/core/suggestion.ts";
import { createWorkerMeasurer } from "../src/measure-thread/worker-measurer.ts";
import { print } from "./figures.ts";
import { seededChance } from "./seeded-chance.ts";

const threads = 10_000;
const webUrl = "https://github.com";
const repository = { id: 1, owner: "acme", name: "widgets", installation: 1 };
const now = new Date("2026-11-02T08:00:00Z");
const clock = () => now;
const config = `calendars:
  office: { timezone: Europe/Prague, hours: { mon-fri: ["09:00-12:00", "13:00-17:00"] } }
watch:
  priorities: { p3: { first-response: 8h, next-response: 16h, resolution: 80h } }
`;
const month = { from: new Date("2026-10-01T00:00:00Z"), to: new Date("2026-11-01T00:00:00Z") };
const other = { from: new Date("2026-09-01T00:00:00Z"), to: month.from };
const behind = { measure: "time-to-first-response", ...month };

const subjects = ["webhook", "agent", "proxy", "cache", "token", "log", "queue", "lease", "index", "calendar", "rota"];
const verbs = ["stops", "loses", "hides", "breaks", "needs", "ignores", "repeats", "delays"];

const chance = seededChance(17);
const folder = await mkdtemp(join(tmpdir(), "frontdesk-bench-"));
const stores = await composeStores({ dataFolder: folder, webUrl }, clock);
try {
  const said = await fill();
  console.log(`\n${threads} threads of a year with ${said} comments, half of them with a suggestion\n`);
  await onThisThread();
  await onAThread();
} finally {
  await stores.close();
  await rm(folder, { recursive: true });
}

async function onThisThread(): Promise<void> {
  const { measurer } = stores;
  global.gc?.();
  const before = process.memoryUsage().rss;
  print("measured and told for the first time, in process", await timed(() => measurer.report(repository, month)));
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  print("memory that this took, at most", `${grown.toFixed(0)} MB resident`);
  print(
    "a report of another month, of what is measured already",
    await timed(() => measurer.report(repository, other)),
  );
  print("the threads behind a figure", await timed(() => measurer.threadsBehind(repository, behind)));
  await measurer.close();
  print("measured and told once more", await timed(() => measurer.report(repository, month)));
  await measurer.close();
}

async function onAThread(): Promise<void> {
  const measurer = createWorkerMeasurer({ dataFolder: folder, webUrl, clock });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  print("measured and told by a thread that has to start", await timed(() => measurer.report(repository, month)));
  delay.disable();
  print("longest that the listening thread was held up meanwhile", `${(delay.max / 1e6 - 5).toFixed(0)} ms`);
  print("the same report again", await timed(() => measurer.report(repository, month)));
  print(
    "200 reports asked for at once",
    await timed(() => Promise.all(many(() => measurer.report(repository, month)))),
  );
  await measurer.close();
}

function many<Made>(make: () => Made): Made[] {
  return Array.from({ length: 200 }, make);
}

/** How long it takes, and how much of that was work: all threads of the process together. */
async function timed(work: () => Promise<unknown>): Promise<string> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return `${(performance.now() - begun).toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} ms of processor)`;
}

/** Threads of a year with up to eight comments, of which most are answered; how many comments there are. */
async function fill(): Promise<number> {
  await stores.records.rememberRepository(repository);
  await stores.records.keepConfig(repository, "acme/widgets", config);
  await stores.watch.keepWatch(repository, "one", now);
  let said = 0;
  for (let number = 1; number <= threads; number++) said += await fillThread(number);
  return said;
}

async function fillThread(number: number): Promise<number> {
  const opened = now.getTime() - (threads - number + 1) * ((365 * dayMs) / threads);
  const at = (hours: number) => new Date(Math.floor((opened + hours * hourMs) / 1000) * 1000).toISOString();
  const title = `${pick(subjects)} ${pick(verbs)} ${pick(subjects)}?`;
  const url = `${webUrl}/acme/widgets/discussions/${number}`;
  const answered = number % 3 === 0 ? undefined : { comment: `DC_${number}_0`, at: at(30), by: "hana", role: "helper" as const }; // prettier-ignore
  const observed = {
    id: `D_${number}`,
    title,
    url,
    category: "q-a",
    isAnswerable: true,
    labels: [pick(["bug", "docs", "question"])],
    locked: false,
    isPinned: false,
    ...(answered && { answer: answered }),
    updatedAt: at(30),
    readAt: at(30),
  };
  const said = Array.from({ length: number % 9 }, (_, i) => ({
    id: `DC_${number}_${i}`,
    at: at(1 + 3 * i),
    by: i % 2 === 0 ? "hana" : `asker-${number % 2_000}`,
    role: i % 2 === 0 ? ("helper" as const) : ("none" as const),
    text: { sense: "words" as const, at: at(1 + 3 * i) },
  }));
  const reading = {
    openedAt: at(0),
    asker: `asker-${number % 2_000}`,
    openerRole: "none",
    topLevelComments: 0,
    isFull: false,
    observed,
  } as const;
  await stores.timelines.takeIn(repository, { number, reading, said, changes: [] });
  await keepClocks(number, title, url, new Date(opened));
  if (number % 2 === 0) await stores.records.recordSuggestion(repository, number, suggestion(title, url), new Date(opened)); // prettier-ignore
  return said.length;
}

async function keepClocks(number: number, title: string, url: string, startedAt: Date): Promise<void> {
  const metAt = new Date(startedAt.getTime() + hourMs);
  const state = { status: "answered", since: metAt, hasCommunityAnswer: false, lastWordAt: metAt } as const;
  const thread = { number, title, url, id: `D_${number}`, category: "q-a", priority: "p3", state };
  const kinds = ["first-response", "next-response", "resolution"] as const;
  const clocks = kinds.map((clock) => ({ clock, startedAt, target: 28_800, metAt, dueAt: metAt, isBreached: false }));
  await stores.watch.keepWatched(repository, { thread: { ...thread, reckonedFrom: "", breaches: [] }, clocks, digest: "one" }); // prettier-ignore
}

/** As large as those of the app: three items with the reasons for each. */
function suggestion(title: string, url: string): Suggestion {
  const terms = verbs.map((term) => ({ term, fields: ["title", "body"], score: 1.5 }));
  const items = [1, 2, 3].map((i) => ({
    id: `docs:docs/${pick(subjects)}.md#part-${i}`,
    title: `Part ${i}`,
    url: `${webUrl}/acme/widgets/blob/main/docs`,
    confidence: 0.8,
    score: 5,
    parts: { lexical: 3, asked: 1, votes: 1 },
    terms,
  }));
  const silent = chance() < 0.4;
  return {
    mode: "live",
    question: { title, url },
    items: silent ? [] : items,
    ...(silent && items[0] && { best: items[0] }),
    threshold: { value: 0.6, base: 0.6, from: "default", moved: 0, because: "as shipped" },
    because: "measured",
  };
}

function pick<Item>(items: readonly Item[]): Item {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error("there is nothing to pick");
  return item;
}
