import type { KnowledgeKind } from "../../core/knowledge.ts";

/** The features of a candidate, each about 0 to 1; `extractFeatures` says what they mean. */
export const features = [
  "lexical",
  "pageWords",
  "named",
  "headingAlike",
  "questionAlike",
  "latent",
  "semantic",
  "asked",
  "votes",
  "expansion",
] as const;

export type Feature = (typeof features)[number];

/** What each feature counts, and what share of its score the next best section of the same page lends. */
export type Weights = Readonly<Record<Feature | "page", number>>;

/** Weights of two sorts of documents. */
export type WeightSets = Readonly<Record<"docs" | "questions", Weights>>;

/**
 * What each feature counts, beside the words at 1. Docs are headed by statements; the titles of FAQ entries, threads
 * and issues are questions themselves, which the question's own title may well repeat. One set serves projects with and
 * without a history: where nobody has linked anything, `asked` and `votes` are 0.
 *
 * Round numbers that did well on the questions of five public projects at once, none of them at the cost of another.
 * Fitted ones (`bench/search/train/train-ranking.ts`) did no better on the set left out. `semantic` is set like `latent`
 * and not measured: no set comes with a language model's vectors.
 */
export const weights: WeightSets = {
  docs: {
    lexical: 1,
    pageWords: 0.3,
    named: 0.1,
    headingAlike: 0.3,
    questionAlike: 0,
    latent: 0.3,
    semantic: 0.6,
    asked: 0.4,
    votes: 1,
    expansion: 0.2,
    page: 0.2,
  },
  questions: {
    lexical: 1,
    pageWords: 0,
    named: 0.6,
    headingAlike: 0.5,
    questionAlike: 0.5,
    latent: 0.4,
    semantic: 0.6,
    asked: 0.4,
    votes: 1,
    expansion: 0,
    page: 0,
  },
};

export function weightsFor(kind: KnowledgeKind, sets: WeightSets = weights): Weights {
  return kind === "docs" ? sets.docs : sets.questions;
}
