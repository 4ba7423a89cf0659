import { type Field, fields, k1 } from "../index/fields.ts";
import type { SearchIndex } from "../index/search-index.ts";
import type { QueryTerm } from "./weigh-terms.ts";

/** A term of the question that a document has. */
export interface MatchedTerm {
  readonly query: QueryTerm;
  /** Its part of the BM25F score. */
  readonly score: number;
  readonly fields: readonly Field[];
}

/** What the question's terms find in some documents; rows are places in the list of documents. */
export class WordEvidence {
  readonly #query: readonly QueryTerm[];
  readonly #frequencies: Float64Array;
  /** By row: the BM25F score. */
  readonly scores: Float64Array;

  constructor(index: SearchIndex, query: readonly QueryTerm[], slots: readonly number[]) {
    this.#query = query;
    this.#frequencies = index.matches(query, slots).frequencies;
    this.scores = Float64Array.from(slots, (_, row) => {
      let score = 0;
      for (const [place, { mass }] of query.entries()) score += bm25(mass, this.frequency(row, place));
      return score;
    });
  }

  /** Field-weighted, length-normalised count of a term, over all fields. */
  frequency(row: number, place: number): number {
    let sum = 0;
    const start = this.#start(row, place);
    for (let field = 0; field < fields.length; field++) sum += this.#frequencies[start + field] ?? 0;
    return sum;
  }

  /** The same for one field. */
  frequencyIn(row: number, place: number, field: number): number {
    return this.#frequencies[this.#start(row, place) + field] ?? 0;
  }

  /** A document's terms, strongest first. */
  matchedTerms(row: number): MatchedTerm[] {
    const matched = this.#query.flatMap((query, place): MatchedTerm[] => {
      const found = fields.filter((_, field) => this.frequencyIn(row, place, field) > 0);
      if (found.length === 0) return [];
      return [{ query, score: bm25(query.mass, this.frequency(row, place)), fields: found }];
    });
    // Equal scores stay in the order of the question's terms, which is fixed.
    return matched.sort((a, b) => b.score - a.score);
  }

  #start(row: number, place: number): number {
    return (row * this.#query.length + place) * fields.length;
  }
}

/**
 * A term's part of the score: the more often it stands there the more, up to its mass.
 *
 * @see Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond (2009)
 */
export function bm25(mass: number, frequency: number): number {
  return (mass * frequency) / (k1 + frequency);
}

/** Fields by their numbers in the index. */
export const fieldNumber = Object.fromEntries(fields.map((field, number) => [field, number])) as Readonly<
  Record<Field, number>
>;
