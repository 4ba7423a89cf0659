import { type Feature, features, type Weights } from "../../../src/search/ranking/weights.ts";
import type { Case } from "./read-cases.ts";

/** How sharply scores are read as chances while fitting: at 5, a document that scores one less is 150 times less likely. */
const sharpness = 5;

/** Pulls weights towards those given: what a few hundred questions do not say clearly stays as it is. */
const ridge = 0.02;

const rounds = 150;
const stepLength = 0.2;

type Name = Feature | "page";
const names: readonly Name[] = [...features, "page"];

/** One question made ready: features by row, the best other row of its page, and what each row is worth. */
interface Prepared {
  readonly rows: readonly Float64Array[];
  readonly groups: readonly string[];
  readonly worth: readonly number[];
  readonly weight: number;
}

/** A right page with the wrong section is worth so much of the right section. */
const worthOfPage = 0.5;

/**
 * Weights that put the right documents first: listwise softmax loss, by Adam with weights kept at 0 or more; each set
 * counts by the square root of its questions. They are given with `lexical` at 1.
 *
 * @see Cao et al.: Learning to Rank: From Pairwise Approach to Listwise Approach (2007)
 * @see Kingma, Ba: Adam: A Method for Stochastic Optimization (2015)
 */
export function fitWeights(cases: readonly Case[], start: Weights): Weights {
  const prepared = prepare(cases);
  const prior = names.map((name) => (name === "page" ? 1 : sharpness) * start[name]);
  const weights = [...prior];
  const mean = names.map(() => 0);
  const spread = names.map(() => 0);
  for (let round = 1; round <= rounds; round++) {
    const gradient = gradientOf(prepared, weights);
    for (const [i, weight] of weights.entries()) {
      const slope = (gradient[i] ?? 0) + ridge * (weight - (prior[i] ?? 0));
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * slope;
      spread[i] = 0.99 * (spread[i] ?? 0) + 0.01 * slope ** 2;
      const size = Math.sqrt((spread[i] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
      const length = stepLength * Math.min(1, rounds / 3 / round);
      weights[i] = Math.max(0, weight - (length * (mean[i] ?? 0)) / (1 - 0.9 ** round) / size);
    }
  }
  const lexical = weights[names.indexOf("lexical")] ?? 0;
  const unit = lexical > 0 ? lexical : sharpness;
  const entries = names.map((name, i) => {
    const isSeen = name === "page" || prepared.some(({ rows }) => rows.some((row) => (row[i] ?? 0) > 0));
    return [name, isSeen ? (weights[i] ?? 0) / (name === "page" ? 1 : unit) : start[name]] as const;
  });
  return { ...start, ...Object.fromEntries(entries) };
}

function prepare(cases: readonly Case[]): Prepared[] {
  const sizes = Map.groupBy(cases, ({ set, kind }) => `${set}:${kind}`);
  return cases.flatMap(({ set, kind, extracted, groups, labels }) => {
    const worth = extracted.candidates.map(({ entry }) =>
      labels.get(entry.id) === 2 ? 1 : groups.has(entry.group) ? worthOfPage : 0,
    );
    if (!worth.some((value) => value > 0)) return [];
    const rows = extracted.candidates.map((_, row) =>
      Float64Array.from(features, (name) => extracted.table[name][row] ?? 0),
    );
    const weight = 1 / Math.sqrt(sizes.get(`${set}:${kind}`)?.length ?? 1);
    return [{ rows, worth, groups: extracted.candidates.map(({ entry }) => entry.group), weight }];
  });
}

function gradientOf(prepared: readonly Prepared[], weights: readonly number[]): number[] {
  const gradient = names.map(() => 0);
  const all = prepared.reduce((sum, { weight }) => sum + weight, 0);
  for (const question of prepared) addGradient(gradient, question, weights, question.weight / all);
  return gradient;
}

function addGradient(gradient: number[], { rows, groups, worth }: Prepared, weights: readonly number[], share: number) {
  const page = weights[features.length] ?? 0;
  const plain = rows.map((row) => row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0));
  const others = bestOthers(plain, groups);
  const scores = plain.map((sum, row) => sum + page * (plain[others[row] ?? -1] ?? 0));
  const most = Math.max(...scores);
  const chances = scores.map((score) => Math.exp(score - most));
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  const right = chances.reduce((sum, chance, row) => sum + chance * (worth[row] ?? 0), 0);
  for (const [row, chance] of chances.entries()) {
    const push = share * (chance / total - (chance * (worth[row] ?? 0)) / right);
    const other = rows[others[row] ?? -1];
    for (let i = 0; i < features.length; i++) {
      gradient[i] = (gradient[i] ?? 0) + push * ((rows[row]?.[i] ?? 0) + page * (other?.[i] ?? 0));
    }
    gradient[features.length] = (gradient[features.length] ?? 0) + push * (plain[others[row] ?? -1] ?? 0);
  }
}

/** For each row the best other row of its page. */
function bestOthers(scores: readonly number[], groups: readonly string[]): (number | undefined)[] {
  const pages = Map.groupBy(scores.keys(), (row) => groups[row]);
  return scores.map((_, row) => {
    let best: number | undefined;
    for (const other of pages.get(groups[row]) ?? []) {
      if (other !== row && (best === undefined || (scores[other] ?? 0) > (scores[best] ?? 0))) best = other;
    }
    return best;
  });
}
