import type { KnowledgeKind } from "../../core/knowledge.ts";
import type { Scored, ResultQuery } from "../index/top-k-collector.ts";
import type { SearchIndex } from "../index/search-index.ts";
import { fieldNumber } from "./term-matches.ts";
import type { QueryTerm } from "./weigh-terms.ts";

/** Which items may be results, and which may vote. */
export interface CandidateFilter {
  /** Ids that are neither results nor voters: the question's own thread. */
  readonly exclude?: ReadonlySet<string>;
  /** Kinds to find; all where missing. Items of other kinds still vote. */
  readonly kinds?: ReadonlySet<KnowledgeKind>;
  /** Items of this time or later are neither results nor voters; undated items always may be. */
  readonly before?: Date;
  /** Ids of further candidates, which need not share a word with the question. */
  readonly alsoConsider?: readonly string[];
}

/** The items of which features are computed for one question, and the earlier threads that tell something of them. */
export interface Candidates {
  /** Slots of possible results; those with the highest BM25F scores first. */
  readonly slots: readonly number[];
  /** Earlier items whose links vote, most similar first. */
  readonly voters: readonly Scored[];
  /** Earlier threads that have an answer, with links or without, most similar first. */
  readonly answered: readonly Scored[];
}

/** How many of the best by BM25F become candidates. */
const maxCandidates = 180;

/** How many earlier threads vote: twice as many changed no figure, and took a fifth of the time. */
const maxVoters = 100;

/** How many answered threads lend their words. */
const maxAnswered = 10;

/** The links of so many voters add candidates that share few words with the question. */
const maxRecommendingVoters = 50;

/** A link to a whole page of more sections adds none of them. */
const maxLinkedSections = 4;

/**
 * The documents that a question's words find, and the documents that found threads link to. Retired items are no
 * candidates, but vote.
 */
export function findCandidates(index: SearchIndex, query: readonly QueryTerm[], filter: CandidateFilter): Candidates {
  const { exclude, kinds, before, alsoConsider = [] } = filter;
  const own = new Set([...(exclude ?? [])].flatMap((id) => index.slotOf(id) ?? []));
  const time = before?.getTime();
  // Called for thousands of slots, mostly without a filter.
  const isThere = (slot: number) =>
    (own.size === 0 || !own.has(slot)) && (time === undefined || !(index.dateOf(slot) >= time));
  const mayShow = (slot: number) => isThere(slot) && !index.isRetired(slot) && (kinds?.has(index.kindOf(slot)) ?? true);
  const mayVote = (slot: number) => isThere(slot) && index.hasLinks(slot);
  const isAnswered = (slot: number) =>
    index.kindOf(slot) === "thread" && isThere(slot) && index.fieldLength(slot, fieldNumber.answer) > 0;
  const queries: ResultQuery[] = [
    { limit: maxCandidates, isAllowed: mayShow },
    { limit: maxVoters, isAllowed: (slot) => index.kindOf(slot) !== "docs" && mayVote(slot) },
    { limit: maxAnswered, isAllowed: isAnswered },
  ];
  const [found = [], voters = [], answered = []] = index.search(query, queries);
  const slots = new Set(found.map(({ slot }) => slot));
  for (const { slot } of voters.slice(0, maxRecommendingVoters)) {
    for (const targets of index.targetsOf(slot)) {
      if (targets.length <= maxLinkedSections) for (const target of targets) if (mayShow(target)) slots.add(target);
    }
  }
  for (const id of alsoConsider) {
    const slot = index.slotOf(id);
    if (slot !== undefined && mayShow(slot)) slots.add(slot);
  }
  return { slots: [...slots], voters, answered };
}
