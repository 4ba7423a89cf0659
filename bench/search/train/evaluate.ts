import { parseArgs } from "node:util";
import { weights as shipped, type WeightSets } from "../../../src/search/ranking/weights.ts";
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
 * With `--mixed` documents of all kinds compete, as in the app. The format of a folder is told in `train-ranking.ts`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      set: { type: "string", multiple: true },
      split: { type: "string", default: "test" },
      mixed: { type: "boolean", default: false },
      weights: { type: "string" },
    },
  });
  if (values.set === undefined) throw new Error("Needs --set <folder>:<kind>, once or more.");
  const weights = values.weights === undefined ? shipped : readWeights(values.weights);
  console.log(
    "set:kind | questions | H@1 | H@3 | MRR | section MRR | helpful at .1 .2 .25 .3 | spoken to without : with an answer",
  );
  for (const task of await readTasks(values.set)) {
    const cases = readCases(task, values.mixed).filter(({ query }) => query.split === values.split);
    console.log(lineOf(task, cases, weights, calibrate(task, cases, values.mixed)));
  }
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
