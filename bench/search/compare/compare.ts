/**
 * `npm run bench:search`: our finder beside the search engines one would otherwise take, on the same questions.
 *
 *     npm run bench:search -- --sets <folder> --engines frontdesk,fts5 --documents 50000 --json figures.json
 *
 * It runs on every set in the folder of sets (`--sets`, or SEARCH_SETS in the environment; `--only` names some), for each
 * kind of documents that its questions have answers of, and on generated corpora of the given sizes (`--documents`,
 * 50000 and 200000; 0 for none) with long questions about known documents (`--questions`).
 *
 * Every engine gets whole posts, title and body, as people write them, since that is what a desk has. Ours and
 * `minisearch` are as they come; the others were given the best that trying title weights, fields, stemmers, stop words
 * and repeated words on all sets has found, and each of their files says what that is. Libraries hold only documents of
 * the kind asked for; ours holds all, for earlier threads teach it.
 *
 * Each runs in a process of its own, with a limit on time (`--time-limit`, seconds of building and asking) and on
 * memory (`--heap`, megabytes). Times are of the processor, garbage collection in other threads included, so that a
 * busy machine disturbs them less; the first question counts like every other.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { reliabilityTable } from "../reliability.ts";
import { calibrate } from "../train/calibrate.ts";
import { readCases, readTasks } from "../train/read-cases.ts";
import { type EngineName, engines, isEngineName } from "./engines/index.ts";
import { type Outcome, runApart } from "./run-apart.ts";
import { tableHead, tableRow } from "./table.ts";
import { plansOfSets, type WorkloadPlan } from "./workload.ts";

const { values } = parseArgs({
  options: {
    sets: { type: "string", default: process.env["SEARCH_SETS"] ?? "" },
    only: { type: "string", default: "" },
    engines: { type: "string", default: Object.keys(engines).join(",") },
    documents: { type: "string", default: "50000,200000" },
    questions: { type: "string", default: "300" },
    "time-limit": { type: "string", default: "300" },
    heap: { type: "string", default: "6000" },
    json: { type: "string" },
  },
});

const results: { plan: WorkloadPlan; outcomes: Partial<Record<EngineName, Outcome>> }[] = [];
const conditions = describeConditions();
console.log(conditions);
const names = values.engines.split(",").map(mustBeEngine);
for (const [name, { treatment }] of await Promise.all(
  names.map(async (name) => [name, await engines[name]()] as const),
)) {
  console.log(`- ${name}${versionOf(name)}: ${treatment}`);
}
for (const plan of await plans()) {
  console.log(`\n## ${plan.name}\n\n${tableHead}`);
  const outcomes: Partial<Record<EngineName, Outcome>> = {};
  for (const engine of names) {
    const timeLimit = wholeNumber("time-limit") * 1000;
    const outcome = await runApart({ engine, plan, timeLimit, heap: wholeNumber("heap") });
    outcomes[engine] = outcome;
    console.log(tableRow(engine, outcome));
  }
  if (names.includes("frontdesk") && "folder" in plan) console.log(await describeConfidence(plan));
  results.push({ plan, outcomes });
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ conditions, results }, null, 2));
}

/** How far our confidence comes true, and how often we would speak to those that nothing in the set answers. */
async function describeConfidence({ folder, kind }: { folder: string; kind: string }): Promise<string> {
  const [task] = await readTasks([`${folder}:${kind}`]);
  if (task === undefined) throw new Error(`There is no set in ${folder}.`);
  const cases = readCases(task).filter(({ query }) => query.split === "test");
  const { helpful, spokenWithout, spokenWith, reliability } = calibrate(task, cases, false);
  const spoken = `when a quarter of the questions is spoken to: helpful ${helpful[2]?.toFixed(2)}, spoken to ${spokenWithout.toFixed(2)} of those without an answer and ${spokenWith.toFixed(2)} of those with one`;
  return `\nConfidence of frontdesk, ${cases.length} questions\n\n${reliabilityTable(reliability)}\n${spoken}`;
}

async function plans(): Promise<WorkloadPlan[]> {
  const only = values.only.split(",").filter((it) => it !== "");
  const ofSets = values.sets === "" ? [] : await plansOfSets(values.sets);
  const chosen = ofSets.filter(({ name }) => only.length === 0 || only.some((it) => name.startsWith(it)));
  const sizes = values.documents
    .split(",")
    .map(Number)
    .filter((size) => size > 0);
  const questions = wholeNumber("questions");
  const generated = sizes.map((documents) => ({
    name: `generated, ${documents}`,
    documents,
    questions,
    kind: "docs" as const,
  }));
  return [...chosen, ...generated];
}

function mustBeEngine(name: string): EngineName {
  if (!isEngineName(name)) throw new Error(`There is no engine ${name}; there are ${Object.keys(engines).join(", ")}.`);
  return name;
}

function wholeNumber(option: "questions" | "time-limit" | "heap"): number {
  const value = Number(values[option]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${option} must be a whole number from 1.`);
  return value;
}

function describeConditions(): string {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const [load = Number.NaN] = loadavg();
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${memory}, load ${load.toFixed(1)}`;
  return `${new Date().toISOString()}, Node ${process.version}, ${machine}; figures of processor time\n`;
}

function versionOf(engine: EngineName): string {
  const packages: Partial<Record<EngineName, string>> = { "minisearch-tuned": "minisearch", orama: "@orama/orama" };
  const { devDependencies } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const version = engine === "fts5" ? process.versions["sqlite"] : devDependencies[packages[engine] ?? engine];
  return version === undefined ? "" : ` ${version}`;
}
