import type { Ranked, Ranking } from "../ranking/rank.ts";
import { readSigns, type Signs } from "./signs.ts";

/**
 * The weight of each sign in a logistic model of "one of the three results shown is known to help", fitted by
 * `bench/search/train-confidence.ts` on about 2,000 questions of five public projects with known answers, on the same
 * questions asked of the wrong project (nothing can help), and on corpora of 2 to 32 of their pages. All are signed
 * as one would expect: being named in the heading, strength, prominence and breadth speak for a result, words that
 * nobody here uses speak against it. Fitted without one project and tried on it, questions given 0.7 or more were
 * helped in 50 % (93 questions, sparse labels) to 98 % (short FAQ questions), 69 % on the largest; off-topic questions
 * reached 0.7 in at most 2 of 100.
 */
const signWeights: Readonly<Record<keyof Signs, number>> = {
  headingNamed: 0.8,
  strength: 3.55,
  prominence: 4.42,
  breadth: 2.97,
  strangeness: -0.75,
};

/** The log-odds where no sign shows anything. */
const intercept = -7.21;

/** From this share of the first result's score on, a result is as much worth showing as the first. */
const equalShare = 2 / 3;

/**
 * How sure we are that showing a result helps, from 0 to 1. The first carries the chance that one of the first three
 * helps, since they are posted together; those that score clearly lower carry proportionally less.
 */
export function toConfidence(ranking: Ranking): (result: Ranked) => number {
  const [first] = ranking.results;
  if (first === undefined) return () => 0;
  const chance = chanceToHelp(readSigns(ranking, first));
  return ({ score }) => chance * Math.min(1, score / (equalShare * first.score));
}

function chanceToHelp(signs: Signs): number {
  const logOdds =
    intercept +
    signWeights.headingNamed * signs.headingNamed +
    signWeights.strength * signs.strength +
    signWeights.prominence * signs.prominence +
    signWeights.breadth * signs.breadth +
    signWeights.strangeness * signs.strangeness;
  return 1 / (1 + Math.exp(-logOdds));
}
