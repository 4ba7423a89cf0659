import type { Opinions } from "../../core/suggestion.ts";
import { weighOpinions } from "../feedback/item-opinions.ts";
import type { Ranked, Ranking } from "../ranking/rank.ts";
import { confidenceFeatures, type ConfidenceFeatures } from "./confidence-features.ts";

/** A result with this share of the first result's score has the same confidence as the first. */
const equalShare = 2 / 3;

/**
 * How sure we are that showing a result helps, from 0 to 1. The first carries the chance that one of the first three
 * helps, since they are posted together; a result with a clearly lower score has a proportionally lower chance. What
 * people thought of a result before moves its own chance in small steps.
 */
export function toConfidence(ranking: Ranking, opinions?: ReadonlyMap<string, Opinions>): (result: Ranked) => number {
  const [first] = ranking.results;
  if (first === undefined) return () => 0;
  const logOdds = logOddsToHelp(confidenceFeatures(ranking));
  return ({ entry, score }) => {
    const found = opinions?.get(entry.id);
    const moved = logOdds + (found === undefined ? 0 : weighOpinions(found).logOdds);
    return toChance(moved) * Math.min(1, score / (equalShare * first.score));
  };
}

/**
 * Two logistic models, one after the other: is the question about what the index holds at all, and if so, does one of
 * the first three results help? Weights stand in the order of `topicFeatures` and `helpFeatures`.
 */
export interface ConfidenceModel {
  readonly topic: readonly number[];
  readonly help: readonly number[];
}

/**
 * Fitted by `bench/search/train/train-confidence.ts` on some 2,500 questions of seven public projects with known answers,
 * on questions of the other projects (nothing can help), and on corpora of 2 to 32 of their pages.
 */
export const shippedModel: ConfidenceModel = {
  topic: [-3.55, 7.55, 4.3, -2.2],
  help: [-3.3, 5.4, 2.2, -1],
};

/** From this chance on a question counts as on topic: a higher chance says nothing about what helps. */
const onTopicChance = 0.6;

export function topicFeatures({ strength, breadth, unknownShare }: ConfidenceFeatures): number[] {
  return [1, strength, breadth, unknownShare];
}

/** `onTopic`: the chance that the first model gives. */
export function helpFeatures({ prominence, pageCount }: ConfidenceFeatures, onTopic: number): number[] {
  return [1, prominence, Math.log(Math.min(1, onTopic / onTopicChance)), 1 - pageCount];
}

/** The log-odds that one of the first three results helps. */
export function logOddsToHelp(features: ConfidenceFeatures, { topic, help }: ConfidenceModel = shippedModel): number {
  return weigh(help, helpFeatures(features, toChance(weigh(topic, topicFeatures(features)))));
}

/** Log-odds as a chance. */
export function toChance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function weigh(weights: readonly number[], values: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
}
