import type { KnowledgeItem, KnowledgeKind } from "../../core/knowledge.ts";
import { type Field, fields } from "../index/fields.ts";
import type { AskedTerm } from "../question/read-question.ts";
import type { SearchIndex } from "../index/search-index.ts";
import { compareText, Scores } from "./scores.ts";

/** A term of the question as it searches one index: its place's weight times how rare it is there. */
export interface QueryTerm extends AskedTerm {
  /** Weight × inverse document frequency: the most that the term can add to a score. */
  readonly mass: number;
  /** Whether any item has it. */
  readonly isKnown: boolean;
}

/** An item with its score, and which of the question's terms it has, strongest first. */
export interface Ranked {
  readonly item: KnowledgeItem;
  readonly score: number;
  /** Votes of earlier threads like the question, whose answers linked to it. */
  readonly votes: number;
  readonly terms: readonly MatchedTerm[];
}

export interface MatchedTerm {
  readonly query: QueryTerm;
  readonly score: number;
  readonly fields: readonly Field[];
}

export interface Ranking {
  /** The question's telling terms, heaviest first. */
  readonly query: readonly QueryTerm[];
  /** Best first. */
  readonly results: readonly Ranked[];
}

/** The telling terms of a long question; more only add noise and time. */
const mostTerms = 40;

/** How many of the best are looked at again for what a single score does not see. */
const candidates = 60;

export interface RankOptions {
  readonly limit: number;
  /** Ids that are neither results nor voters: the question's own thread. */
  readonly exclude: ReadonlySet<string>;
  /** Kinds to find; all where missing. Items of other kinds still vote. */
  readonly kinds?: ReadonlySet<KnowledgeKind>;
}

/**
 * The items that answer a question best: BM25F over its telling terms, votes of similar threads, page agreement.
 * Equal scores are ordered by id, so that the same knowledge always gives the same answer.
 */
export function rank(index: SearchIndex, question: readonly AskedTerm[], options: RankOptions): Ranking {
  const { limit, exclude, kinds } = options;
  const query = weigh(index, question);
  const scores = new Scores(index);
  scores.addTerms(query);
  const isAllowed = (slot: number) => !exclude.has(scores.itemAt(slot).id);
  const votes = scores.addVotes(isAllowed);
  const isWanted = (slot: number) => isAllowed(slot) && (kinds?.has(scores.itemAt(slot).kind) ?? true);
  const best = scores.best(isWanted, Math.max(candidates, limit));
  scores.agreeOnPages(best);
  const chosen = scores.inOrder(best).slice(0, limit);
  const matched = explain(index, query, chosen);
  const results = chosen.map((slot, i) => ({
    item: scores.itemAt(slot),
    score: scores.of(slot),
    votes: votes.get(slot) ?? 0,
    terms: matched[i] ?? [],
  }));
  return { query, results };
}

/**
 * Weighs each term by its rarity, and keeps the heaviest.
 * The form of the inverse document frequency is BM25's, never negative; an unknown term has the rarity of one that nobody has.
 */
function weigh(index: SearchIndex, question: readonly AskedTerm[]): QueryTerm[] {
  const weighed = question.map((asked) => {
    const count = index.documentCount(asked.term);
    const rarity = Math.log(1 + (index.size - count + 0.5) / (count + 0.5));
    return { ...asked, mass: asked.weight * rarity, isKnown: count > 0 };
  });
  return weighed.sort((a, b) => b.mass - a.mass || compareText(a.term, b.term)).slice(0, mostTerms);
}

/** For each chosen slot the terms that it matched, strongest first. */
function explain(index: SearchIndex, query: readonly QueryTerm[], chosen: readonly number[]): MatchedTerm[][] {
  const places = new Map(chosen.map((slot, i) => [slot, i]));
  const matched: MatchedTerm[][] = chosen.map(() => []);
  for (const term of query) {
    index.scoreTerm(term.term, term.mass, (slot, score, fieldBits) => {
      const place = places.get(slot);
      if (place !== undefined) matched[place]?.push({ query: term, score, fields: fieldsOf(fieldBits) });
    });
  }
  for (const terms of matched) terms.sort((a, b) => b.score - a.score || compareText(a.query.term, b.query.term));
  return matched;
}

function fieldsOf(bits: number): Field[] {
  return fields.filter((_, field) => (bits & (1 << field)) !== 0);
}
