/** What a sweep over 10,000 open threads takes: time, memory, and requests to GitHub. Run by `node bench/watch.ts`. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alwaysOpen } from "../src/business-time/always-open.ts";
import { loadConfig } from "../src/config/load.ts";
import { composeStores } from "../src/compose-stores.ts";
import type { SupportEvent } from "../src/core/event.ts";
import type { Timeline, TimelineEntry } from "../src/core/timeline.ts";
import { watch } from "../src/features/watch/feature.ts";
import type { ReadsWithWatch } from "../src/features/watch/gather/reads-with-watch.ts";
import { clocksOf } from "../src/timeline/clocks-of.ts";
import { stateOf } from "../src/timeline/state-of.ts";
import { print, spread } from "./figures.ts";
import { dayMs } from "../src/core/clock.ts";

const threads = 10_000;
const start = new Date("2026-11-02T08:00:00Z");
const repository = { id: 1, owner: "acme", name: "widgets", installation: 1 };
const text = (hours: number) => `calendars:
  office:
    timezone: Europe/Prague
    hours: { mon-fri: ["09:00-12:00", "13:00-17:00"] }
watch:
  priorities: { p3: { first-response: ${hours}h, next-response: 16h, resolution: 80h } }
`;

const loaded = new Map<number, ReturnType<typeof mustLoad>>();
const folder = await mkdtemp(join(tmpdir(), "frontdesk-bench-"));
let now = new Date(start.getTime() + dayMs);
const stores = await composeStores({ dataFolder: folder, webUrl: "https://github.com" }, () => now);
let requests = 0;
const github = new Proxy({}, { get: () => () => (requests += 1) });
const reads = { ...stores, github } as unknown as ReadsWithWatch;
try {
  await fill();
  const first = await reckonAll(8);
  print(`${threads} threads reckoned and kept for the first time`, first);
  now = new Date(start.getTime() + dayMs + 60_000);
  print("a sweep a minute later", await sweep(8));
  print("other settings: all reckoned anew", await reckonAll(6));
  now = new Date(start.getTime() + 9 * dayMs);
  print("a sweep nine days later", await sweep(6));
  print("all reckoned anew", await reckonAll(6));
  print("a sweep after that", await sweep(6));
  print("requests to GitHub in all of that", String(requests));
  const { rss } = process.memoryUsage();
  print("memory of the process by then", `${(rss / 2 ** 20).toFixed(0)} MB resident`);
  foldLongThread();
} finally {
  await stores.close();
  await rm(folder, { recursive: true });
}

/** Each was opened within a month, with up to eight comments, and waits on the team. */
async function fill(): Promise<void> {
  for (let number = 1; number <= threads; number++) {
    const opened = start.getTime() - (number % 700) * 3_600_000;
    const at = (minutes: number) => new Date(opened + minutes * 60_000).toISOString();
    const observed = {
      id: `D_${number}`,
      title: `Question ${number}`,
      url: `https://github.com/acme/widgets/discussions/${number}`,
      category: "q-a",
      isAnswerable: true,
      labels: [],
      locked: false,
      isPinned: false,
      updatedAt: at(0),
      readAt: at(0),
    };
    const said = Array.from({ length: number % 9 }, (_, i) => ({
      id: `DC_${number}_${i}`,
      at: at(10 * (i + 1)),
      by: i % 2 === 0 ? "hana" : "ann",
      role: i % 2 === 0 ? ("helper" as const) : ("none" as const),
      text: { sense: "words" as const, at: at(10 * (i + 1)) },
    }));
    const reading = {
      openedAt: at(0),
      asker: "ann",
      openerRole: "none",
      topLevelComments: 0,
      isFull: false,
      observed,
    } as const;
    await stores.timelines.takeIn(repository, { number, reading, said, changes: [] });
  }
}

/** What the pipeline does of the watch for each thread's event: gather, decide, and keep. */
async function reckonAll(hours: number): Promise<string> {
  const times: number[] = [];
  const begun = performance.now();
  for (let number = 1; number <= threads; number++) {
    const from = performance.now();
    await handle({ kind: "thread-due", repository, number }, hours);
    times.push(performance.now() - from);
  }
  return `${(performance.now() - begun).toFixed(0)} ms (${spread(times)})`;
}

/** Page by page, as the event goes on by itself. */
async function sweep(hours: number): Promise<string> {
  const begun = performance.now();
  let due = 0;
  for (let after: number | undefined = 0; after !== undefined;) {
    const followed = await handle({ kind: "reckon-clocks", repository, after }, hours);
    due += followed.filter(({ kind }) => kind === "thread-due").length;
    const next = followed.find((it) => it.kind === "reckon-clocks");
    after = next?.after;
  }
  return `${(performance.now() - begun).toFixed(1)} ms, ${due} threads are due`;
}

async function handle(event: Parameters<typeof watch.gather>[0], hours: number): Promise<readonly SupportEvent[]> {
  const shared = config(hours);
  const context = { config: shared.watch, shared, now };
  const facts = await watch.gather(event, { ...context, reads });
  const { actions } = watch.decide(event, facts, context);
  for (const action of actions) {
    if (watch.actions?.names.includes(action.do)) await watch.actions.perform(action as never, stores as never);
  }
  return actions.flatMap((it) => (it.do === "follow-up" ? [it.event] : []));
}

function config(hours: number) {
  const known = loaded.get(hours) ?? mustLoad(hours);
  loaded.set(hours, known);
  return known;
}

function mustLoad(hours: number) {
  const found = loadConfig(text(hours));
  if (!("config" in found)) throw new Error("The config is broken.");
  return found.config;
}

function foldLongThread(): void {
  const entries = Array.from({ length: 5_000 }, (_, i): TimelineEntry => {
    const by = i % 2 === 0 ? ({ by: "hana", actor: "helper" } as const) : ({ by: "ann", actor: "asker" } as const);
    return { kind: "comment", key: `comment:${i}`, id: `DC_${i}`, at: new Date(start.getTime() + i * 600_000), ...by };
  });
  const observed = {
    id: "D",
    title: "x",
    url: "",
    category: "q-a",
    isAnswerable: true,
    labels: [],
    locked: false,
    isPinned: false,
  };
  const timeline: Timeline = {
    number: 1,
    openedAt: start,
    asker: "ann",
    opener: "asker",
    entries,
    observed: { ...observed, updatedAt: start, readAt: start },
  };
  const later = new Date(start.getTime() + 60 * dayMs);
  const targets = { "first-response": 3600, "next-response": 3600, resolution: 3600 };
  const times = Array.from({ length: 20 }, () => {
    const from = performance.now();
    stateOf(timeline, { now: later });
    clocksOf(timeline, { targets, firstResponse: "anyone" }, alwaysOpen, later);
    return performance.now() - from;
  });
  print("state and clocks of a thread with 5,000 comments", spread(times));
}
