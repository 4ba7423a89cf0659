import type { Ranking } from "../ranking/rank.ts";
import type { QueryTerm } from "../ranking/weigh-terms.ts";

/** See `confidenceFeatures`. */
export const confidenceFeatureNames = ["prominence", "strength", "breadth", "unknownShare", "pageCount"] as const;

/**
 * What a ranking shows about how well it answers, each from 0 to 1 and free of scale, so that it means the same for
 * three pages as for thirty thousand: a raw BM25 score grows with the corpus and with the length of the question.
 */
export type ConfidenceFeatures = Readonly<Record<(typeof confidenceFeatureNames)[number], number>>;

/** Results that the features are read from; a ranking should hold as many. */
export const confidenceDepth = 50;

/** Pages that are shown, and pages that they are compared with. */
const shownPages = 3;
const comparedPages = 20;

/** Above this share of the possible score a higher one says nothing more. */
const maxStrength = 0.4;

/** Factor of the scores in the softmax: how fast the share of a page falls with its score. */
const softmaxFactor = 6;

/**
 * The features of a ranking with at least one result:
 * - `prominence`: share of the first three pages among the first twenty, by softmax over their scores;
 * - `strength`: BM25F score of the first result as a share of the most that the question's words could give, at most 0.4;
 * - `breadth`: how many different words matched, saturating: 0 for one, a half for two, 4/5 for five;
 * - `unknownShare`: share of the words of the question's title that no item of the index has;
 * - `pageCount`: number of pages among the results, as a share of twenty.
 *
 * That a ranking with prominent first results is a good one is a known finding on query performance prediction.
 * @see Shtok, Kurland, Carmel et al.: Predicting Query Performance by Query-Drift Estimation (2012)
 */
export function confidenceFeatures({ query, unknown, results }: Ranking): ConfidenceFeatures {
  const [first] = results;
  if (first === undefined) throw new Error("Nothing was found, so there is nothing to be sure of.");
  const best = new Map<string, number>();
  for (const { entry, score } of results.slice(0, confidenceDepth)) {
    if (!best.has(entry.group)) best.set(entry.group, score / first.score);
  }
  const pageScores = [...best.values()].slice(0, comparedPages);
  const matched = total(first.terms.map(({ score }) => score));
  return {
    prominence: prominenceOf(pageScores),
    strength: Math.min(maxStrength, shareOf(matched, weightOf(query) + weightOf(unknown))),
    breadth: 1 - 1 / Math.max(1, first.terms.length),
    unknownShare: shareOf(weightOf(unknown, inTitle), weightOf(query, inTitle) + weightOf(unknown, inTitle)),
    pageCount: pageScores.length / comparedPages,
  };
}

function inTitle(term: QueryTerm): boolean {
  return term.inTitle;
}

function weightOf(terms: readonly QueryTerm[], counts: (term: QueryTerm) => boolean = () => true): number {
  return total(terms.filter(counts).map(({ weight }) => weight));
}

function shareOf(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}

/** `pageScores`: scores as shares of the best. Pages that a small corpus lacks count as score 0. */
function prominenceOf(pageScores: readonly number[]): number {
  const shares = Array.from({ length: comparedPages }, (_, i) => Math.exp(softmaxFactor * (pageScores[i] ?? 0)));
  return total(shares.slice(0, shownPages)) / total(shares);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
