import type { FeatureTable } from "./extract-features.ts";
import { type Feature, features, type Weights } from "./weights.ts";

/** What adds up to a candidate's score, by name. */
export type Parts = Readonly<Partial<Record<Feature | "page" | "feedback", number>>>;

/** A candidate with its score. */
export interface ScoredRow {
  readonly row: number;
  readonly score: number;
  readonly parts: Parts;
}

export interface Scoring {
  /** The group (page or thread) of a row. */
  readonly groupOf: (row: number) => string;
  readonly weightsOf: (row: number) => Weights;
  /** What opinions add, as a share of the score: −0.1 to 0.1. */
  readonly opinionOf: (row: number) => number;
  readonly isBefore: (a: number, b: number) => boolean;
}

/**
 * Scores all candidates, best first: the weighted sum of their features; plus a share of the score of another section of
 * the page (the best section gets it from the second best, all others from the best); plus opinions.
 */
export function score(table: FeatureTable, rows: number, scoring: Scoring): ScoredRow[] {
  const { groupOf, weightsOf, opinionOf, isBefore } = scoring;
  const plain = Array.from({ length: rows }, (_, row) => weighedSum(table, row, weightsOf(row)));
  const pages = bestTwo(plain, groupOf);
  const scored = plain.map((sum, row) => {
    const page = pages.get(groupOf(row));
    const other = page?.best === row ? page.second : page?.best;
    const agreement = other === undefined ? 0 : weightsOf(row).page * (plain[other] ?? 0);
    const feedback = opinionOf(row) * (sum + agreement);
    return { row, page: agreement, feedback, score: sum + agreement + feedback };
  });
  scored.sort((a, b) => b.score - a.score || (isBefore(a.row, b.row) ? -1 : 1));
  return scored.map(({ row, score: total, page, feedback }) => ({
    row,
    score: total,
    parts: { ...partsOf(table, row, weightsOf(row)), ...(page !== 0 && { page }), ...(feedback !== 0 && { feedback }) },
  }));
}

function weighedSum(table: FeatureTable, row: number, weights: Weights): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] * (table[feature][row] ?? 0);
  return sum;
}

function partsOf(table: FeatureTable, row: number, weights: Weights): Parts {
  const parts: Partial<Record<Feature, number>> = {};
  for (const feature of features) {
    const part = weights[feature] * (table[feature][row] ?? 0);
    if (part !== 0) parts[feature] = part;
  }
  return parts;
}

function bestTwo(
  scores: readonly number[],
  groupOf: (row: number) => string,
): Map<string, { best: number; second: number | undefined }> {
  const pages = new Map<string, { best: number; second: number | undefined }>();
  const scoreOf = (row: number | undefined) => (row === undefined ? -1 : (scores[row] ?? 0));
  for (const row of scores.keys()) {
    const page = pages.get(groupOf(row));
    if (page === undefined) pages.set(groupOf(row), { best: row, second: undefined });
    else if (scoreOf(row) > scoreOf(page.best)) [page.best, page.second] = [row, page.best];
    else if (scoreOf(row) > scoreOf(page.second)) page.second = row;
  }
  return pages;
}
