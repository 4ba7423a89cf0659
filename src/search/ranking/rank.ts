import type { KnowledgeEntry, Question } from "../../core/knowledge.ts";
import type { Opinions } from "../../core/suggestion.ts";
import { weighOpinions } from "../feedback/item-opinions.ts";
import type { IndexView } from "../index-view.ts";
import { compareText } from "../../text/compare-text.ts";
import { type Parts, score } from "./score.ts";
import { type Candidate, extractFeatures, type ExtractOptions } from "./extract-features.ts";
import type { QueryTerm } from "./weigh-terms.ts";
import { weightsFor } from "./weights.ts";
import type { MatchedTerm } from "./term-matches.ts";

/** An item with its score, and which of the question's terms it has, strongest first. */
export interface Ranked extends Candidate {
  readonly score: number;
  /** What adds up to the score. */
  readonly parts: Parts;
  readonly terms: readonly MatchedTerm[];
}

export interface Ranking {
  /** The terms of the question that were searched for, highest weight first. */
  readonly query: readonly QueryTerm[];
  /** Those that no item has, highest weight first. */
  readonly unknown: readonly QueryTerm[];
  /** Best first. */
  readonly results: readonly Ranked[];
}

export interface RankOptions extends ExtractOptions {
  /** At most so many results. */
  readonly limit: number;
  /** What people thought of items suggested before, by item id. */
  readonly opinions?: ReadonlyMap<string, Opinions>;
}

/**
 * The items that answer a question best: found by their words (BM25F) and by the links of similar threads, ordered by
 * the weighted sum of their features. Equal scores are ordered by id, so that the same knowledge always gives the same
 * answer.
 */
export function rank(view: IndexView, question: Question, options: RankOptions): Ranking {
  const { query, unknown, candidates, words, table } = extractFeatures(view, question, options);
  const entryAt = (row: number): KnowledgeEntry | undefined => candidates[row]?.entry;
  const scored = score(table, candidates.length, {
    groupOf: (row) => entryAt(row)?.group ?? "",
    weightsOf: (row) => weightsFor(entryAt(row)?.kind ?? "docs"),
    opinionOf: (row) => {
      const found = options.opinions?.get(entryAt(row)?.id ?? "");
      return found === undefined ? 0 : weighOpinions(found).scoreShare;
    },
    isBefore: (a, b) => compareText(entryAt(a)?.id ?? "", entryAt(b)?.id ?? "") < 0,
  });
  const results = scored.slice(0, options.limit).flatMap(({ row, ...found }): Ranked[] => {
    const candidate = candidates[row];
    return candidate === undefined || found.score <= 0
      ? []
      : [{ ...candidate, ...found, terms: words.matchedTerms(row) }];
  });
  return { query, unknown, results };
}
