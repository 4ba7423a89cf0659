import type { Signs } from "./signs.ts";

/**
 * Two logistic models, one after the other: is the question about what the index holds at all, and if so, does one of
 * the first three results help? Weights stand in the order of `topicFeatures` and `helpFeatures`.
 */
export interface ConfidenceModel {
  readonly topic: readonly number[];
  readonly help: readonly number[];
}

/**
 * Fitted by `bench/search/train/train-confidence.ts` on some 2,000 questions of five public projects with known answers,
 * on questions of the other projects (nothing can help), and on corpora of 2 to 32 of their pages.
 */
export const shippedModel: ConfidenceModel = {
  topic: [-3.35, 6.7, 4.3, -2.3],
  help: [-3.1, 5.25, 2.05, -1.1],
};

/** From this chance on a question counts as being on topic: how much more so says nothing about what helps. */
const surelyOnTopic = 0.6;

export function topicFeatures({ strength, breadth, strangeness }: Signs): number[] {
  return [1, strength, breadth, strangeness];
}

/** `onTopic`: the chance that the first model gives. */
export function helpFeatures({ prominence, company }: Signs, onTopic: number): number[] {
  return [1, prominence, Math.log(Math.min(1, onTopic / surelyOnTopic)), 1 - company];
}

/** The log-odds that one of the first three results helps. */
export function logOddsToHelp(signs: Signs, { topic, help }: ConfidenceModel = shippedModel): number {
  return weigh(help, helpFeatures(signs, toChance(weigh(topic, topicFeatures(signs)))));
}

/** Log-odds as a chance. */
export function toChance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function weigh(weights: readonly number[], values: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
}
