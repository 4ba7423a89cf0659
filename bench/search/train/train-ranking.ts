import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Weights, type WeightSets, weights as shipped } from "../../../src/search/ranking/weights.ts";
import { fitWeights } from "./fit-weights.ts";
import { measure } from "./measure.ts";
import { type Case, readCases, readTasks } from "./read-cases.ts";

/**
 * Fits the weights of `src/search/ranking/weights.ts` to questions with known answers, starting from those shipped, and
 * tells for each set how weights do on it that were fitted to the others only.
 *
 *     node bench/search/train/train-ranking.ts --set <folder>:<kind> … [--split train] [--out weights.json]
 *
 * A folder holds, one JSON object a line, `corpus.jsonl` (id, kind, title, body, and where known context, answer, links,
 * date, url) and `queries.jsonl` (id, title, and where known body, date, split), and, separated by tabs, `qrels.tsv`
 * (question, document, 2 for the exact section or thread and 1 for its page) and `answerable.tsv` (question, kind, 1 or
 * 0 for known to have or to lack an answer of this kind). With `--split`, only those questions are learnt from.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { set: { type: "string", multiple: true }, split: { type: "string" }, out: { type: "string" } },
  });
  if (values.set === undefined) throw new Error("Needs --set <folder>:<kind>, once or more.");
  const cases = (await readTasks(values.set)).map((task) => readCases(task));
  let fitted: WeightSets = shipped;
  for (const sort of ["docs", "questions"] as const) {
    const sets = cases.filter(([first]) => first !== undefined && (first.kind === "docs") === (sort === "docs"));
    const learnt = sets.map((set) => set.filter(({ query }) => query.split === (values.split ?? query.split)));
    for (const [i, set] of sets.entries()) {
      const others = learnt.filter((_, other) => other !== i).flat();
      if (others.length > 0) report(set, shipped, { ...shipped, [sort]: fitWeights(others, shipped[sort]) });
    }
    if (learnt.flat().length > 0) fitted = { ...fitted, [sort]: rounded(fitWeights(learnt.flat(), shipped[sort])) };
  }
  console.log(JSON.stringify(fitted, undefined, 2));
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(fitted, undefined, 2)}\n`);
}

function report(cases: readonly Case[], before: WeightSets, after: WeightSets): void {
  const [first] = cases;
  const show = (sets: WeightSets) => {
    const { first: one, amongThree, reciprocal } = measure(cases, sets);
    return `H@1 ${one.toFixed(3)} H@3 ${amongThree.toFixed(3)} MRR ${reciprocal.toFixed(3)}`;
  };
  console.log(`${first?.set}:${first?.kind}  shipped ${show(before)}  fitted to the others ${show(after)}`);
}

function rounded(weights: Weights): Weights {
  const entries = Object.entries(weights).map(([name, weight]) => [name, Math.round(weight * 20) / 20]);
  return { ...weights, ...Object.fromEntries(entries) };
}

await main();
