import type { KnowledgeKind } from "../../core/knowledge.ts";
import type { Scored, Want } from "../index/contest.ts";
import type { SearchIndex } from "../index/search-index.ts";
import type { QueryTerm } from "./weigh-terms.ts";

/** What may be shown, and what may teach. */
export interface Limits {
  /** Ids that are neither results nor voters: the question's own thread. */
  readonly exclude?: ReadonlySet<string>;
  /** Kinds to find; all where missing. Items of other kinds still vote. */
  readonly kinds?: ReadonlySet<KnowledgeKind>;
  /** Items of this time or later are neither found nor heard, as if they did not exist yet; undated ones always do. */
  readonly before?: Date;
  /** Ids of further candidates, which words may not have found. */
  readonly alsoConsider?: readonly string[];
}

/** What is looked at closely for one question. */
export interface Candidates {
  /** Slots of what may be shown; those with the highest BM25F scores first. */
  readonly slots: readonly number[];
  /** Earlier items whose links may teach, most similar first. */
  readonly voters: readonly Scored[];
}

/** How many of the best by words alone are looked at again for what words alone do not see. */
const mostCandidates = 180;

/** How many earlier threads are heard: twice as many told nothing more, and took a fifth of the time. */
const mostVoters = 100;

/** The links of so many bring in documents that share few words with the question. */
const mostRecommending = 50;

/** A link to a whole page of more sections recommends none of them. */
const mostRecommended = 4;

/**
 * What a question's words find, and what the threads that they find link to; nothing for a question without words.
 * Retired items are not shown, but teach.
 */
export function findCandidates(index: SearchIndex, query: readonly QueryTerm[], limits: Limits): Candidates {
  if (query.length === 0) return { slots: [], voters: [] };
  const { exclude, kinds, before, alsoConsider = [] } = limits;
  const own = new Set([...(exclude ?? [])].flatMap((id) => index.slotOf(id) ?? []));
  const time = before?.getTime();
  // Asked of thousands, and mostly there is nothing to ask.
  const isThere = (slot: number) =>
    (own.size === 0 || !own.has(slot)) && (time === undefined || !(index.dateOf(slot) >= time));
  const mayShow = (slot: number) => isThere(slot) && !index.isRetired(slot) && (kinds?.has(index.kindOf(slot)) ?? true);
  const mayTeach = (slot: number) => isThere(slot) && index.hasLinks(slot);
  const wants: Want[] = [
    { limit: mostCandidates, isAllowed: mayShow },
    { limit: mostVoters, isAllowed: (slot) => index.kindOf(slot) !== "docs" && mayTeach(slot) },
  ];
  const [found = [], voters = []] = index.search(query, wants);
  const slots = new Set(found.map(({ slot }) => slot));
  for (const { slot } of voters.slice(0, mostRecommending)) {
    for (const targets of index.targetsOf(slot)) {
      if (targets.length <= mostRecommended) for (const target of targets) if (mayShow(target)) slots.add(target);
    }
  }
  for (const id of alsoConsider) {
    const slot = index.slotOf(id);
    if (slot !== undefined && mayShow(slot)) slots.add(slot);
  }
  return { slots: [...slots], voters };
}
