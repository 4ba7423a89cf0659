import type { OccurrenceWeights } from "./field-lengths.ts";
import type { ScoreAccumulator } from "./score-accumulator.ts";
import { type ResultQuery, type Scored, TopKCollector } from "./top-k-collector.ts";

/** Pruning is tried again when the remaining weights have fallen to this share: a try costs time as well. */
const pruneShare = 0.5;

/** A term's postings, and the most that it can add to a score. */
export interface WeighedPostings {
  readonly postings: Uint32Array;
  readonly weight: number;
}

export interface SearchOptions {
  readonly weights: OccurrenceWeights;
  /** One past the highest slot. */
  readonly slots: number;
  /** Order of two slots of equal scores. */
  readonly isBefore: (a: number, b: number) => boolean;
}

/**
 * The documents with the highest sums of their terms' parts, one list for each query; exact, and with less work than
 * adding up all. Terms are read by falling weight. Once the weights of the terms still to be read are less than the score
 * of the last result, a document without a score cannot become a result: further terms are added only to documents with
 * a score, and documents that cannot become a result any more are dropped. This is MaxScore, term at a time.
 *
 * @see Turtle, Flood: Query evaluation: strategies and optimizations (1995), section 5
 */
export function search(
  terms: readonly WeighedPostings[],
  queries: readonly ResultQuery[],
  accumulator: ScoreAccumulator,
  { weights, slots, isBefore }: SearchOptions,
): Scored[][] {
  accumulator.clear(slots);
  const collectors = queries.map((query) => new TopKCollector(query, accumulator, slots));
  const heaviestFirst = terms.toSorted((a, b) => b.weight - a.weight);
  const enough = 2 * queries.reduce((sum, { limit }) => sum + limit, 0);
  const remaining = sumsFrom(heaviestFirst);
  /** Collectors of which a document without a score can still become a result. */
  let open = collectors;
  let checkedAt = Number.POSITIVE_INFINITY;
  for (const [i, { postings, weight }] of heaviestFirst.entries()) {
    const rest = remaining[i] ?? 0;
    if (rest <= checkedAt * pruneShare) {
      checkedAt = rest;
      if (open.length > 0) open = open.filter((collector) => !collector.hasEnoughAbove(rest));
      if (open.length === 0 && accumulator.size > enough)
        accumulator.drop(Math.min(...collectors.map((it) => it.kthScore())) - rest);
    }
    if (open.length === collectors.length) accumulator.add(postings, weight, weights, "all");
    else if (open.length === 0) accumulator.add(postings, weight, weights, "none");
    else accumulator.add(postings, weight, weights, (slot) => open.some((collector) => collector.isAllowed(slot)));
  }
  return collectors.map((collector) => collector.results(isBefore));
}

/**
 * By place: the sum of the weights from there on. A part is less than its weight by far more than what adding up in
 * another order may round, so no tie is lost.
 */
function sumsFrom(terms: readonly WeighedPostings[]): Float64Array {
  const sums = new Float64Array(terms.length + 1);
  for (let i = terms.length - 1; i >= 0; i--) sums[i] = (sums[i + 1] ?? 0) + (terms[i]?.weight ?? 0);
  return sums;
}
