import {
  type ConfidenceModel,
  helpFeatures,
  logOddsToHelp,
  toChance,
  topicFeatures,
} from "../../../src/search/confidence/confidence.ts";
import { type ConfidenceExample, confidenceExamples } from "./confidence-examples.ts";
import { type Example, fitLogistic, predict } from "./fit-logistic.ts";
import { readTasks } from "./read-cases.ts";

/** How much each sort of examples of a set counts, however many there are, for each of the two models. */
const topicShares = { own: 300, "off topic": 200, "few pages": 200 };
const helpShares = { own: 400, "off topic": 240, "few pages": 200 };

/**
 * Fits the constants of `src/search/confidence/model.ts` on sets of questions with known answers and prints them,
 * with how well they hold on each set when fitted on the others.
 *
 *     node bench/search/train/train-confidence.ts <folder>:<kind> …
 *
 * The format of a folder is told in `train-ranking.ts`.
 */
async function main(names: readonly string[]): Promise<void> {
  const tasks = await readTasks(names);
  const examples: ConfidenceExample[] = [];
  for (const task of tasks) examples.push(...(await confidenceExamples(task, tasks)));
  for (const [task, found] of Map.groupBy(examples, (example) => example.task)) {
    console.log(`fitted without ${task}, tried on it:`);
    report(found, fit(examples.filter((example) => example.task !== task)));
  }
  const model = fit(examples);
  console.log("fitted on all:");
  for (const [task, found] of Map.groupBy(examples, (example) => example.task)) {
    console.log(task);
    report(found, model);
  }
  const rounded = (weights: readonly number[]) => weights.map((weight) => Math.round(weight * 20) / 20);
  console.log(`topic ${rounded(model.topic).join(", ")}; help ${rounded(model.help).join(", ")}`);
}

function fit(examples: readonly ConfidenceExample[]): ConfidenceModel {
  const groups = Map.groupBy(examples, ({ task, sort }) => `${task} ${sort}`);
  const learn = (
    shares: typeof helpShares,
    featuresOf: (example: ConfidenceExample) => number[],
    isPositive: (example: ConfidenceExample) => boolean,
  ) =>
    fitLogistic(
      examples.map((example): Example => {
        const size = groups.get(`${example.task} ${example.sort}`)?.length ?? 1;
        const weight = shares[example.sort] / size;
        return { features: featuresOf(example), isPositive: isPositive(example), weight };
      }),
    );
  // Of a few pages a question is on topic only where one of them answers it.
  const isOnTopic = ({ sort, hasAnswer }: ConfidenceExample) => sort === "own" || (sort === "few pages" && hasAnswer);
  const topic = learn(topicShares, ({ features }) => topicFeatures(features), isOnTopic);
  const chance = (example: ConfidenceExample) => predict(topic, topicFeatures(example.features));
  const help = learn(
    helpShares,
    (example) => helpFeatures(example.features, chance(example)),
    ({ isHelped }) => isHelped,
  );
  return { topic, help };
}

function report(examples: readonly ConfidenceExample[], model: ConfidenceModel): void {
  const judged = examples.map((example) => ({ ...example, chance: toChance(logOddsToHelp(example.features, model)) }));
  for (const [sort, found] of Map.groupBy(judged, (example) => example.sort)) {
    const ordered = found.filter(({ split }) => split === "test").toSorted((a, b) => b.chance - a.chance);
    const rates = [0.1, 0.2, 0.25, 0.3, 1].map((rate) => {
      const spoken = ordered.slice(0, Math.ceil(rate * ordered.length));
      return `${rate}: ${helped(spoken)} (silence kept to ${spokenTo(spoken, ordered)})`;
    });
    console.log(`  ${sort}, ${ordered.length} questions; helped at answer rate ${rates.join(", ")}`);
    const thresholds = [0.5, 0.6, 0.65, 0.7].map((threshold) => {
      const spoken = ordered.filter(({ chance }) => chance >= threshold);
      return `${threshold}: speaks to ${(spoken.length / ordered.length).toFixed(3)}, helps ${helped(spoken)}`;
    });
    console.log(`    at threshold ${thresholds.join("; ")}`);
  }
}

function helped(examples: readonly ConfidenceExample[]): string {
  return (examples.filter(({ isHelped }) => isHelped).length / Math.max(1, examples.length)).toFixed(3);
}

/** How much less often questions without a known answer are spoken to than those with one. */
function spokenTo(spoken: readonly ConfidenceExample[], all: readonly ConfidenceExample[]): string {
  const rate = (hasAnswer: boolean) => {
    const count = (examples: readonly ConfidenceExample[]) =>
      examples.filter((example) => example.hasAnswer === hasAnswer).length;
    return count(spoken) / Math.max(1, count(all));
  };
  return `${rate(false).toFixed(2)} of those without an answer, ${rate(true).toFixed(2)} of those with one`;
}

await main(process.argv.slice(2));
