import { parseArgs } from "node:util";
import { type Feature, features, weights as shipped, type WeightSets } from "../../../src/search/ranking/weights.ts";
import { type Case, readCases, readTasks, type Task } from "./read-cases.ts";
import { measure } from "./measure.ts";
import { type Calibration, calibrate } from "./calibrate.ts";
import { readFileSync } from "node:fs";

/**
 * One table of how well the finder does on sets of questions with known answers: the order of results, and how often
 * posting the first three helps when it speaks to a part of the questions only.
 *
 *     node bench/search/train/evaluate.ts --set <folder>:<kind> … [--split test] [--mixed] [--weights weights.json]
 *
 * With `--mixed` documents of all kinds compete, as in the app. `--parts` prints instead what each part of the score
 * brings: H@3 and MRR with the weight of one part at 0, for all parts in turn. The format of a folder is told in `train-ranking.ts`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      set: { type: "string", multiple: true },
      split: { type: "string", default: "test" },
      mixed: { type: "boolean", default: false },
      weights: { type: "string" },
      parts: { type: "boolean", default: false },
    },
  });
  if (values.set === undefined) throw new Error("Needs --set <folder>:<kind>, once or more.");
  const weights = values.weights === undefined ? shipped : readWeights(values.weights);
  const tasks = await readTasks(values.set);
  const casesOf = (task: Task) => readCases(task, values.mixed).filter(({ query }) => query.split === values.split);
  if (values.parts) return printParts(tasks, casesOf, weights);
  console.log(
    "set:kind | questions | H@1 | H@3 | MRR | section MRR | helpful at .1 .2 .25 .3 | spoken to without : with an answer",
  );
  for (const task of tasks) {
    const cases = casesOf(task);
    console.log(lineOf(task, cases, weights, calibrate(task, cases, values.mixed)));
  }
}

/** A line for all parts together, one for each part left out, and one for BM25F alone. */
function printParts(tasks: readonly Task[], casesOf: (task: Task) => readonly Case[], weights: WeightSets): void {
  const sets = tasks.map((task) => ({ name: `${task.name}:${task.kind}`, cases: casesOf(task) }));
  console.log(
    ["without", ...sets.map(({ name, cases }) => `${name} (${measure(cases, weights).questions})`)].join(" | "),
  );
  const parts = [...features, "page"] as const;
  const rows = [[], ...parts.map((part) => [part]), parts.filter((part) => part !== "lexical")];
  for (const row of rows) {
    const remaining = without(row, weights);
    const cells = sets.map(({ cases }) => {
      const { amongThree, reciprocal } = measure(cases, remaining);
      return `${amongThree.toFixed(3)} / ${reciprocal.toFixed(3)}`;
    });
    const name = row.length > 1 ? "all but lexical" : (row[0] ?? "nothing");
    console.log([name, ...cells].join(" | "));
  }
}

function without(parts: readonly (Feature | "page")[], { docs, questions }: WeightSets): WeightSets {
  const zeros = Object.fromEntries(parts.map((part) => [part, 0]));
  return { docs: { ...docs, ...zeros }, questions: { ...questions, ...zeros } };
}

function lineOf(task: Task, cases: readonly Case[], weights: WeightSets, calibration: Calibration): string {
  const { questions, first, amongThree, reciprocal, sectionReciprocal } = measure(cases, weights);
  const figures = [first, amongThree, reciprocal, sectionReciprocal].map((figure) => figure.toFixed(3));
  const helpful = calibration.helpful.map((share) => share.toFixed(2)).join(" ");
  const spoken = `${calibration.spokenWithout.toFixed(2)} : ${calibration.spokenWith.toFixed(2)}`;
  return [`${task.name}:${task.kind}`, questions, ...figures, helpful, spoken].join(" | ");
}

/** As `train-ranking.ts --out` writes them; what is missing stays as shipped. */
function readWeights(file: string): WeightSets {
  const read = JSON.parse(readFileSync(file, "utf8")) as Partial<WeightSets>;
  return { docs: { ...shipped.docs, ...read.docs }, questions: { ...shipped.questions, ...read.questions } };
}

await main();
