import type { SearchIndex } from "../index/search-index.ts";
import type { AskedTerms, QuestionTerm } from "../question/read-question.ts";
import { compareText } from "../../text/compare-text.ts";
import { withCompounds } from "./compound-terms.ts";

/** A term of the question with its weight in one index. */
export interface QueryTerm extends QuestionTerm {
  /** Inverse document frequency in the index. */
  readonly idf: number;
  /** `placeWeight` × `idf`: the most that the term can add to a score. */
  readonly weight: number;
}

/** The terms of a question, as one index weighs them, each list highest weight first. */
export interface WeighedTerms {
  /** Those that some item has, as many as are searched for. */
  readonly known: readonly QueryTerm[];
  /** Those that no item has. They find nothing, and tell that a question may be about something else. */
  readonly unknown: readonly QueryTerm[];
}

/** More terms of a long question change no figure, and cost time. */
const maxTerms = 150;

/** Of them so many from code and logs: little as each weighs, all together they would drown the title. */
const maxCodeTerms = 50;

/** Weighs each term by its idf, and keeps those with the highest weights among those that any item has. */
export function weighTerms(index: SearchIndex, { terms, language }: AskedTerms): WeighedTerms {
  const weighed = withCompounds(index, terms, language).map((term) => {
    const count = index.documentCount(term.term);
    const idf = idfOf(count, index.size);
    return { count, term: { ...term, idf, weight: term.placeWeight * idf } };
  });
  weighed.sort((a, b) => b.term.weight - a.term.weight || compareText(a.term.term, b.term.term));
  const known = weighed.flatMap(({ count, term }) => (count > 0 ? [term] : []));
  const tooMuchCode = new Set(known.filter(({ inCode }) => inCode).slice(maxCodeTerms));
  return {
    known: known.filter((term) => !tooMuchCode.has(term)).slice(0, maxTerms),
    unknown: weighed.flatMap(({ count, term }) => (count === 0 ? [term] : [])),
  };
}

/** BM25's inverse document frequency, never negative; an unknown term is as rare as can be. */
export function idfOf(count: number, size: number): number {
  return Math.log(1 + (size - count + 0.5) / (count + 0.5));
}
