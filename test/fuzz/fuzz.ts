import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { targets } from "./targets/index.ts";
import { watchRun } from "./watch-run.ts";

// `npm run fuzz -- --minutes 20 [--target name] [--seed S]`, and `npm run fuzz -- --target name --again file` for one
// input. Exits 1 when something failed or did not end.

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "5" },
    target: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    again: { type: "string" },
  },
});

/** An input that takes longer, by the clock on the wall, does not end. */
const deadlineMs = 30_000;
/** Where inputs are put that failed. */
const folder = "node_modules/.cache/fuzz";

const chosen = targets.filter(({ name }) => values.target === undefined || name === values.target);
if (chosen.length === 0) {
  print(`There is no target ${values.target}. There are: ${targets.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
const only = values.again === undefined ? undefined : [String(JSON.parse(readFileSync(values.again, "utf8")))];
const minutes = Number(values.minutes) / chosen.length;
const seed = Number(values.seed);
print(`Seed ${seed}, ${minutes.toFixed(1)} minutes for each of ${chosen.length} targets.`);

let bad = 0;
let total = 0;
for (const { name, oracle, boundMs } of chosen) {
  const module = new URL("targets/index.ts", import.meta.url).href;
  const result = await watchRun({ module, target: name, seed, minutes, ...(only && { only }) }, deadlineMs);
  if ("hang" in result) {
    bad += 1;
    total += result.executions;
    tell(name, `did not end within ${deadlineMs / 1000} s`, result.hang);
    continue;
  }
  const { executions, failures, slow, found } = result.outcome;
  total += executions;
  bad += failures.length;
  print(`${name}: ${executions} executions, ${found} inputs led on to new code, ${failures.length} failures.`);
  if (failures.length > 0) print(`  What must hold: ${oracle}`);
  for (const { message, input } of failures) tell(name, message, input);
  for (const { ms, input } of slow)
    tell(name, `took ${ms.toFixed(0)} ms of processor time, more than ${boundMs}`, input);
}
print(`${total} executions in all, ${bad} failures.`);
process.exitCode = bad > 0 ? 1 : 0;

function tell(target: string, message: string, input: string): void {
  const digest = createHash("sha256").update(input).digest("hex").slice(0, 12);
  const file = `${folder}/${target}-${digest}.json`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(input)}\n`);
  print(`  ${target}: ${message.split("\n").slice(0, 8).join("\n    ")}`);
  print(`    input of ${input.length} units: ${JSON.stringify(input.slice(0, 300))}`);
  print(`    again: npm run fuzz -- --target ${target} --again ${file}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
