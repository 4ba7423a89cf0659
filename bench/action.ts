/**
 * A run of the GitHub Action as a process of its own, by a repository of 200 pages and 1,000 threads on the local GitHub:
 * with nothing kept, and with what the run before has kept. `node bench/action.ts [--threads n] [--pages n] [--runs n]`.
 */
import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { openWorkflow, type JobEnd } from "../test/helpers/open-workflow.ts";
import { printConditions } from "./conditions.ts";
import { spread } from "./figures.ts";
import { generatedDocs } from "./generated-docs.ts";
import { seedThreads } from "./seed-threads.ts";

const { values } = parseArgs({
  options: {
    threads: { type: "string", default: "1000" },
    pages: { type: "string", default: "200" },
    runs: { type: "string", default: "5" },
  },
});
const [threads, pages, runs] = [values.threads, values.pages, values.runs].map(Number) as [number, number, number];

printConditions();
const docs = generatedDocs(pages, { bytes: 4_000 });
const desk = await openWorkflow({ files: Object.fromEntries(docs.map(({ path, content }) => [path, content])) });
const said = seedThreads(desk.github.world, desk.repository, { threads, openShare: 0.3 });
await desk.events();
console.log(`${pages} pages of 4 kB, ${threads} threads with ${said} comments; max-minutes 10\n`);

interface Measured {
  readonly end: JobEnd;
  readonly points: number;
  readonly requests: number;
  readonly peakMb: number;
}

async function measure(what: string, event: Parameters<typeof desk.run>[0]): Promise<Measured> {
  const before = desk.github.ledger.list().length;
  let peakKb = 0;
  let timer: NodeJS.Timeout | undefined;
  const end = await desk.run(event, {
    asProcess: true,
    env: { INPUT_MAX_MINUTES: "10", NODE_COMPILE_CACHE: join(desk.dataFolder, "../compiled") },
    onStart: (pid) => {
      timer = setInterval(() => (peakKb = Math.max(peakKb, peakOf(pid))), 100);
    },
  });
  clearInterval(timer);
  const asked = desk.github.ledger.list().slice(before);
  const graphql = asked.filter(({ kind }) => kind === "graphql");
  const points = graphql.reduce((sum, { points: cost }) => sum + cost, 0);
  const { size } = await stat(join(desk.dataFolder, "frontdesk.db"));
  const packed = gzipSync(readFileSync(join(desk.dataFolder, "frontdesk.db"))).length;
  const measured = { end, points, requests: asked.length, peakMb: peakKb / 1024 };
  console.log(
    `${what}: ${end.seconds.toFixed(1)} s, ${end.outputs["state"] ?? "no state"}; ${asked.length} requests, ${points} points of GraphQL and ${asked.length - graphql.length} of REST; ` +
      `at most ${measured.peakMb.toFixed(0)} MB; data ${(size / 1e6).toFixed(1)} MB, ${(packed / 1e6).toFixed(1)} MB packed`,
  );
  return measured;
}

/** The most memory that a process has had, in kB. Linux tells. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    // It has ended, or this is no Linux.
    return 0;
  }
}

async function ask(text: string): Promise<Parameters<typeof desk.run>[0]> {
  desk.ask(text);
  const [event] = await desk.events();
  if (!event) throw new Error("there is no event");
  return event;
}

const title = (index: number) =>
  `How do I change the ${docs[index]?.content.slice(2, 40).split("\n")[0] ?? "log level"}?`;
await measure("a question, with nothing kept", await ask(title(0)));
const seconds: number[] = [];
for (let index = 1; index <= runs; index++) {
  const { end } = await measure("a question, warm", await ask(title(index)));
  seconds.push(end.seconds);
}
await measure("the clock, the first of the day", { event: "schedule", payload: {} });
await measure("the clock, again", { event: "schedule", payload: {} });
console.log(`\na question, warm, ${runs} runs: ${spread(seconds.map((it) => it * 1000))}`);
await desk.close();
