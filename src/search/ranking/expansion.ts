import type { SearchIndex, ScoredTerm } from "../index/search-index.ts";
import type { Candidates } from "./candidates.ts";
import { compareText } from "../../text/compare-text.ts";
import { fieldNumber, TermMatches } from "./term-matches.ts";
import { idfOf } from "./weigh-terms.ts";

/** How many words the similar threads lend. */
const maxTerms = 20;

/** A word that only one document has finds nothing but its own thread. */
const minDocuments = 2;

/** Saturation of the count of a word in one answer, and the length of an answer, in terms, from which it is held against it: as in BM25. */
const answerK1 = 1.5;
const answerB = 0.75;
const usualLength = 60;

/**
 * By row: the BM25F score for the words that the answers of similar threads lend to the question, as a share of the best
 * candidate's; all 0 where no earlier thread has an answer. Askers lack the words of the docs, helpers have them.
 */
export function scoreExpansion(
  index: SearchIndex,
  query: readonly ScoredTerm[],
  { slots, answered }: Pick<Candidates, "slots" | "answered">,
): Float64Array {
  const { scores } = new TermMatches(index, expandQuery(index, query, answered), slots);
  const best = scores.reduce((max, score) => Math.max(max, score), Number.MIN_VALUE);
  return scores.map((score) => score / best);
}

/**
 * The words to search for beside those of a question: words of the answers that were given in the threads most like it,
 * weighed by how alike the thread is, how often they stand in its answer and how rare they are. At most twenty, none
 * of them the question's own; the highest weight first. This is query expansion by pseudo-relevance feedback, with
 * Rocchio's sums.
 *
 * @see Manning, Raghavan, Schütze: Introduction to Information Retrieval (2008), section 9.1
 */
export function expandQuery(
  index: SearchIndex,
  query: readonly ScoredTerm[],
  answered: Candidates["answered"],
): ScoredTerm[] {
  const own = new Set(query.map(({ term }) => index.termIdOf(term)));
  const sums = new Map<number, number>();
  const best = answered[0]?.score ?? 1;
  for (const { slot, score } of answered) {
    const length = index.fieldLength(slot, fieldNumber.answer);
    const halfway = answerK1 * (1 - answerB + (answerB * length) / usualLength);
    const likeness = (score / best) ** 2;
    for (const id of index.termIdsOf(slot)) {
      if (own.has(id) || index.documentCountOf(id) < minDocuments) continue;
      const count = index.countIn(id, slot, fieldNumber.answer);
      if (count > 0) sums.set(id, (sums.get(id) ?? 0) + (likeness * count) / (halfway + count));
    }
  }
  const weighed = Array.from(sums, ([id, sum]) => ({ id, weight: sum * idfOf(index.documentCountOf(id), index.size) }));
  const byWeight = weighed.sort((a, b) => b.weight - a.weight || compareText(index.termOf(a.id), index.termOf(b.id)));
  return byWeight.slice(0, maxTerms).map(({ id, weight }) => ({ term: index.termOf(id), weight }));
}
