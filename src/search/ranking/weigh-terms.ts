import type { SearchIndex } from "../index/search-index.ts";
import type { AskedTerm } from "../question/read-question.ts";
import { compareText } from "./compare-text.ts";

/** A term of the question as it searches one index: its place's weight times how rare it is there. */
export interface QueryTerm extends AskedTerm {
  /** Inverse document frequency: how rare it is. */
  readonly rarity: number;
  /** Weight × rarity: the most that the term can add to a score. */
  readonly mass: number;
  /** Whether any item has it. */
  readonly isKnown: boolean;
}

/** The telling terms of a long question; more only add noise and time. */
const mostTerms = 50;

/** Weighs each term by its rarity, and keeps the heaviest, heaviest first. */
export function weighTerms(index: SearchIndex, question: readonly AskedTerm[]): QueryTerm[] {
  const weighed = question.map((asked) => {
    const count = index.documentCount(asked.term);
    const rarity = rarityOf(count, index.size);
    return { ...asked, rarity, mass: asked.weight * rarity, isKnown: count > 0 };
  });
  return weighed.sort((a, b) => b.mass - a.mass || compareText(a.term, b.term)).slice(0, mostTerms);
}

/** BM25's inverse document frequency, never negative; an unknown term is as rare as can be. */
export function rarityOf(count: number, size: number): number {
  return Math.log(1 + (size - count + 0.5) / (count + 0.5));
}
