import type { SearchIndex } from "../index/search-index.ts";
import type { QuestionTerm } from "../question/read-question.ts";
import { compareText } from "./compare-text.ts";

/** A term of the question with its weight in one index. */
export interface QueryTerm extends QuestionTerm {
  /** Inverse document frequency in the index. */
  readonly idf: number;
  /** `placeWeight` × `idf`: the most that the term can add to a score. */
  readonly weight: number;
  /** Whether any item has it. */
  readonly isKnown: boolean;
}

/** More terms of a long question only add noise and time. */
const maxTerms = 50;

/** Weighs each term by its idf, and keeps those with the highest weights, highest first. */
export function weighTerms(index: SearchIndex, question: readonly QuestionTerm[]): QueryTerm[] {
  const weighed = question.map((term) => {
    const count = index.documentCount(term.term);
    const idf = idfOf(count, index.size);
    return { ...term, idf, weight: term.placeWeight * idf, isKnown: count > 0 };
  });
  return weighed.sort((a, b) => b.weight - a.weight || compareText(a.term, b.term)).slice(0, maxTerms);
}

/** BM25's inverse document frequency, never negative; an unknown term is as rare as can be. */
export function idfOf(count: number, size: number): number {
  return Math.log(1 + (size - count + 0.5) / (count + 0.5));
}
