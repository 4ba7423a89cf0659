/**
 * `npm run bench`: figures of this machine, with their conditions. Nothing here passes or fails.
 *
 * `npm run bench -- first-answer memory` runs some parts; `--docs <folder>` gives a real docs tree to the part that
 * reads docs, `--sets <folder>` sets of questions with known answers to the search, `--model <folder>` a sentence model.
 * Each part is a process of its own, so that none measures what another has left behind.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { currentLoad, printConditions } from "./conditions.ts";

interface Part {
  /** Beside this file. */
  readonly script: string;
  readonly measures: string;
  /** What it is told. */
  readonly options: readonly string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { docs: { type: "string" }, sets: { type: "string" }, model: { type: "string" } },
});
const { docs, sets, model } = values;

const parts: Readonly<Record<string, Part>> = {
  acknowledge: { script: "acknowledge.ts", measures: "How soon is a webhook acknowledged?", options: [] },
  "first-answer": { script: "first-answer.ts", measures: "How soon does a question have its comment?", options: [] },
  promotion: { script: "promotion.ts", measures: "How soon does `/promote-faq` have its pull request?", options: [] },
  indexing: {
    script: "indexing.ts",
    measures: "What does it take to read docs?",
    options: docs === undefined ? [] : [docs],
  },
  faq: { script: "faq.ts", measures: "How long does it take to edit a FAQ?", options: [] },
  "business-time": {
    script: "business-time.ts",
    measures: "How long does it take to reckon business time?",
    options: [],
  },
  sessions: { script: "sessions.ts", measures: "What does it take to list sessions, and to refuse them?", options: [] },
  watch: { script: "watch.ts", measures: "What does it take to watch 10,000 threads?", options: [] },
  measures: { script: "measures.ts", measures: "What does it take to measure 10,000 threads?", options: [] },
  accept: { script: "accept.ts", measures: "What does it take to accept a feature request?", options: [] },
  scaling: { script: "scaling.ts", measures: "What does one PostgreSQL take?", options: [] },
  timelines: {
    script: "timelines.ts",
    measures: "What does it take to read history and to keep it true?",
    options: [],
  },
  dashboard: {
    script: "dashboard.ts",
    measures: "What do the pages and the API cost over 10,000 threads?",
    options: [],
  },
  "living-issue": {
    script: "living-issue.ts",
    measures: "What does the living issue cost on a busy day?",
    options: [],
  },
  "simulated-day": {
    script: "simulated-day.ts",
    measures: "What does a repository with 500 threads a month ask of GitHub in a day?",
    options: [],
  },
  report: { script: "report.ts", measures: "What does a report of 100,000 exported discussions take?", options: [] },
  calendar: { script: "calendar.ts", measures: "What does a calendar of 200 sessions cost?", options: [] },
  "ten-thousand-threads": {
    script: "ten-thousand-threads.ts",
    measures: "The same for ten thousand threads, without the inbox.",
    options: [],
  },
  load: {
    script: "load.ts",
    measures: "What do a rush, a long line and a sudden end do, on SQLite and on PostgreSQL?",
    options: [],
  },
  "pick-up": { script: "pick-up.ts", measures: "How soon does another process take up a webhook?", options: [] },
  queue: {
    script: "queue/compare.ts",
    measures: "pg-boss and the inbox on the same PostgreSQL: what does each take, and what does it keep?",
    options: [],
  },
  fairness: { script: "fairness.ts", measures: "Does a crowd at one installation hold up another?", options: [] },
  memory: { script: "memory.ts", measures: "How much memory does it hold at rest?", options: [] },
  unsigned: { script: "unsigned.ts", measures: "How much memory do uploads take that nobody signed?", options: [] },
  inbox: { script: "inbox.ts", measures: "How fast are inbox and stores?", options: [] },
  "event-loop": {
    script: "search/event-loop.ts",
    measures: "What does the finder leave of the process while it builds and searches?",
    options: [],
  },
  "sentence-model": {
    script: "sentence-model.ts",
    measures: "What does a sentence model in the process cost?",
    options: model === undefined ? [] : ["--model", model],
  },
  search: {
    script: "search/compare/compare.ts",
    measures: "How fast and how good is the finder?",
    options: ["--engines", "frontdesk", "--documents", "50000", ...(sets === undefined ? [] : ["--sets", sets])],
  },
};

const unknown = positionals.filter((it) => !(it in parts));
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}.`);
  process.exitCode = 2;
} else {
  printConditions();
  for (const [name, { script, measures, options }] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`\n## ${name}: ${measures}\n(${currentLoad()})\n`);
    await run(script, options);
  }
}

async function run(script: string, options: readonly string[]): Promise<void> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [file, ...options], { stdio: "inherit" });
  const [status] = await once(child, "exit");
  if (status !== 0) process.exitCode = 1;
}
