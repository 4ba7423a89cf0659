/**
 * Pages and API over ten thousand threads, with the app in a process of its own: time to first byte and bytes sent, with
 * and without what the server and the browser keep; and the API at 200 requests a second while webhooks are acknowledged.
 */
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { composeStores } from "../src/compose-stores.ts";
import { dayMs, hourMs, minuteMs } from "../src/core/clock.ts";
import type { RepositoryRef } from "../src/core/discussion.ts";
import { openDesk } from "./desk.ts";
import { print, spread } from "./figures.ts";
import { generatedDocs } from "./generated-docs.ts";
import { sendWebhooks, type LoadResult } from "./send-webhooks.ts";

const threads = 10_000;
const perSecond = 200;
const seconds = 10;
/** So long is what was measured told again: the next one to ask waits. */
const keptMs = 30_000;

const config = { path: ".github/frontdesk.yml", content: "dashboard: { public: true }\nwatch: { mode: off }\n" };
// Each request comes from an address of its own, as the operator's proxy tells it: the limit is for one person.
const desk = await openDesk([...generatedDocs(20, { bytes: 2_000 }), config], { TRUSTED_PROXIES: "1" });
const agent = new Agent({ keepAlive: true, maxSockets: 100 });
let asked = 0;
try {
  desk.install();
  desk.ask("How do I change the port?", "I looked everywhere.");
  await desk.settle();
  const webhook = desk.github.webhooks.list().find(({ event }) => event === "discussion");
  if (webhook === undefined) throw new Error("No discussion was told of.");
  await desk.restart(fill);

  const overview = "/acme/widgets?period=quarter";
  await look("overview of a quarter, nothing kept", overview);
  await look("  again, measured within the last half minute", overview);
  await look("  the same, without compression", overview, { "accept-encoding": "identity" });
  const { etag } = await get(overview);
  await look("  again, kept by the browser", overview, { "if-none-match": etag });
  await look("a measure with its threads", "/acme/widgets/measures/time-to-first-response?period=quarter");
  await look("the list of threads", "/acme/widgets/threads");
  await look("the list of threads, for a title that none has", "/acme/widgets/threads?title=nothing");
  await look("a thread", "/acme/widgets/threads/5000");
  const report = "/api/v1/repositories/acme/widgets/report?period=quarter";
  await look("the report as JSON", report);

  const hook = { ...desk.webhook, url: `${desk.app.url}/api/github/webhooks`, event: "star" };
  const body = () => webhook.request.body;
  const alone = await sendWebhooks({ ...hook, perSecond, seconds, body });
  print(`${perSecond} webhooks a second, alone`, told(alone));
  for (const [what, path] of [
    ["the list of waiting threads", "/api/v1/repositories/acme/widgets/waiting"],
    ["the report of a quarter", report],
  ] as const) {
    await sleep(keptMs);
    const used = await desk.app.processorSeconds();
    const [api, webhooks] = await Promise.all([ask(path), sendWebhooks({ ...hook, perSecond, seconds, body })]);
    print(`${perSecond} requests a second for ${what}`, told(api));
    print("  webhooks acknowledged meanwhile, as many a second", told(webhooks));
    const each = (((await desk.app.processorSeconds()) - used) * 1_000) / api.milliseconds.length;
    print("  processor time of a request and a webhook together", `${each.toFixed(1)} ms`);
  }
  const memory = await desk.app.memory();
  if (memory) print("memory of the app by then", `${memory.now.toFixed(0)} MB, at most ${memory.most.toFixed(0)} MB`);
} finally {
  agent.destroy();
  await desk.close();
}

/** Threads of a year, a quarter of which falls into the last quarter, with up to eight comments each. */
async function fill(dataFolder: string): Promise<void> {
  const stores = await composeStores({ dataFolder, webUrl: desk.github.url }, () => new Date());
  const [repository] = await stores.records.repositories();
  if (!repository) throw new Error("The app serves no repository.");
  for (let number = 1; number <= threads; number++) await fillThread(repository, number + 10, stores);
  await stores.close();
}

async function fillThread(
  repository: RepositoryRef,
  number: number,
  { timelines }: Awaited<ReturnType<typeof composeStores>>,
): Promise<void> {
  const opened = Date.now() - Math.floor(((threads + 11 - number) / threads) * 364 * dayMs) - hourMs;
  const at = (minutes: number) => new Date(Math.min(Date.now(), opened + minutes * minuteMs)).toISOString();
  const observed = {
    id: `D_${number}`,
    title: `Question ${number} about the configuration of widgets`,
    url: `https://github.com/acme/widgets/discussions/${number}`,
    category: ["q-a", "install", "ideas"][number % 3] ?? "q-a",
    isAnswerable: true,
    labels: number % 4 === 0 ? ["bug"] : [],
    locked: false,
    isPinned: false,
    updatedAt: at(0),
    readAt: at(0),
  };
  const said = Array.from({ length: number % 9 }, (_, i) => ({
    id: `DC_${number}_${i}`,
    at: at((number % 97) * (i + 1)),
    by: ["hana", `ann${number % 700}`, "carl"][i % 3] ?? "hana",
    role: i % 3 === 0 ? ("helper" as const) : ("none" as const),
  }));
  const reading = {
    openedAt: at(0),
    asker: `ann${number % 700}`,
    openerRole: "none",
    topLevelComments: 0,
    isFull: false,
    observed,
  } as const;
  await timelines.takeIn(repository, { number, reading, said, changes: [] });
}

interface Answered {
  readonly status: number;
  readonly etag: string;
  /** Milliseconds until the first byte, and until the last one. */
  readonly first: number;
  readonly last: number;
  readonly bytes: number;
}

function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const begun = performance.now();
  const address = `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked++ & 255}`;
  const sent = { "accept-encoding": "gzip", "x-forwarded-for": address, ...headers };
  return new Promise((resolve, reject) => {
    const it = request(desk.app.url + path, { agent, headers: sent }, (answer) => {
      const first = performance.now() - begun;
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
      answer.on("end", () => {
        const { etag = "" } = answer.headers;
        resolve({ status: answer.statusCode ?? 0, etag, first, last: performance.now() - begun, bytes });
      });
    });
    it.on("error", reject).end();
  });
}

/** One request, told. */
async function look(what: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const used = await desk.app.processorSeconds();
  const { status, first, last, bytes } = await get(path, headers);
  const cost = ((await desk.app.processorSeconds()) - used) * 1_000;
  const times = `first byte ${first.toFixed(0)} ms, last ${last.toFixed(0)} ms, processor ${cost.toFixed(0)} ms`;
  print(what, `${status}, ${times}, ${(bytes / 1000).toFixed(1)} kB`);
}

/** At a steady rate, whether or not earlier ones were answered. */
async function ask(path: string): Promise<LoadResult> {
  const milliseconds: number[] = [];
  const answers: Record<string, number> = {};
  const start = performance.now() + 100;
  await Promise.all(
    Array.from({ length: perSecond * seconds }, async (_, index) => {
      const due = start + (index * 1_000) / perSecond;
      await sleep(due - performance.now());
      const status = await get(path).then(
        (it) => String(it.status),
        () => "error",
      );
      milliseconds.push(performance.now() - due);
      answers[status] = (answers[status] ?? 0) + 1;
    }),
  );
  return { milliseconds, answers };
}

function told({ milliseconds, answers }: LoadResult): string {
  const statuses = Object.entries(answers).map(([status, count]) => `${count} × ${status}`);
  return `${spread(milliseconds)}; ${statuses.join(", ")}`;
}
