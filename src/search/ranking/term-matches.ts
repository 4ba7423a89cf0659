import { type Field, fields, k1 } from "../index/fields.ts";
import type { SearchIndex, ScoredTerm } from "../index/search-index.ts";
import type { QueryTerm } from "./weigh-terms.ts";

/** A term of the question that a document has. */
export interface MatchedTerm<Term extends ScoredTerm = QueryTerm> {
  readonly query: Term;
  /** Its part of the BM25F score. */
  readonly score: number;
  readonly fields: readonly Field[];
}

/** Where the question's terms stand in some documents, and their BM25F scores. Rows are places in the list of documents. */
export class TermMatches<Term extends ScoredTerm = QueryTerm> {
  readonly #query: readonly Term[];
  readonly #frequencies: Float64Array;
  /** By row and term: its part of the BM25F score. */
  readonly #parts: Float64Array;
  /** By row: the BM25F score. */
  readonly scores: Float64Array;

  constructor(index: SearchIndex, query: readonly Term[], slots: readonly number[]) {
    this.#query = query;
    this.#frequencies = index.matches(query, slots).frequencies;
    this.#parts = new Float64Array(slots.length * query.length);
    this.scores = new Float64Array(slots.length);
    for (let row = 0; row < slots.length; row++) this.#addUp(row);
  }

  /** A term's part of a document's BM25F score; `place` is the term's place in the query. */
  part(row: number, place: number): number {
    return this.#parts[row * this.#query.length + place] ?? 0;
  }

  /** Field-weighted, length-normalised count of a term in one field. */
  frequencyIn(row: number, place: number, field: number): number {
    return this.#frequencies[this.#start(row, place) + field] ?? 0;
  }

  /** A document's terms, strongest first. */
  matchedTerms(row: number): MatchedTerm<Term>[] {
    const matched = this.#query.flatMap((query, place): MatchedTerm<Term>[] => {
      const found = fields.filter((_, field) => this.frequencyIn(row, place, field) > 0);
      if (found.length === 0) return [];
      return [{ query, score: this.part(row, place), fields: found }];
    });
    // Equal scores stay in the order of the question's terms, which is fixed.
    return matched.sort((a, b) => b.score - a.score);
  }

  #addUp(row: number): void {
    let score = 0;
    for (let place = 0; place < this.#query.length; place++) {
      const start = this.#start(row, place);
      let frequency = 0;
      for (let field = 0; field < fields.length; field++) frequency += this.#frequencies[start + field] ?? 0;
      const part = bm25(this.#query[place]?.weight ?? 0, frequency);
      this.#parts[row * this.#query.length + place] = part;
      score += part;
    }
    this.scores[row] = score;
  }

  #start(row: number, place: number): number {
    return (row * this.#query.length + place) * fields.length;
  }
}

/**
 * A term's part of the score: it grows with the frequency, up to the term's weight.
 *
 * @see Robertson, Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond (2009)
 */
function bm25(weight: number, frequency: number): number {
  return (weight * frequency) / (k1 + frequency);
}

/** Fields by their numbers in the index. */
export const fieldNumber = Object.fromEntries(fields.map((field, number) => [field, number])) as Readonly<
  Record<Field, number>
>;
