import type { Hit, KnowledgeEntry, KnowledgeItem, Question } from "../core/knowledge.ts";
import { confidenceDepth } from "./confidence/confidence-features.ts";
import { toConfidence } from "./confidence/confidence.ts";
import { excerpt } from "./excerpt/excerpt.ts";
import type { IndexView } from "./index-view.ts";
import type { Field } from "./index/fields.ts";
import { asWritten } from "./question/as-written.ts";
import { diversify } from "./ranking/diversify.ts";
import { rank, type Ranked, type RankOptions } from "./ranking/rank.ts";

/** Something found, without its texts. */
export interface Found {
  readonly entry: KnowledgeEntry;
  readonly score: number;
  /** What adds up to the score, by name. */
  readonly parts: Readonly<Record<string, number>>;
  /** Chance that showing it helps, 0 to 1. */
  readonly confidence: number;
  /** The question's words that matched, strongest first. */
  readonly terms: readonly FoundTerm[];
}

export interface FoundTerm {
  /** As the asker wrote it. */
  readonly term: string;
  /** As the index knows it. */
  readonly stem: string;
  readonly fields: readonly Field[];
  readonly score: number;
  /** What it counts in the question, wherever it is found: how rare it is, by the place where it was asked. */
  readonly weight: number;
}

export type FindOptions = Pick<RankOptions, "kinds" | "before" | "opinions" | "semantic" | "alsoConsider">;

/**
 * What answers a question, best first, at most `limit`, each with its confidence and its reasons. Neither the question's
 * own thread nor what is retired is ever among it. Finds nothing for a question without terms.
 */
export function find(view: IndexView, question: Question, limit: number, options: FindOptions = {}): Found[] {
  const { thread } = question;
  const exclude = new Set(thread === undefined ? [] : [`thread:${thread}`, `issue:${thread}`]);
  const ranking = rank(view, question, { ...options, limit: Math.max(confidenceDepth, 2 * limit), exclude });
  const confidence = toConfidence(ranking, options.opinions);
  const written = asWritten(question);
  const picked = diversify(ranking.results, limit, (slot) => view.index.fingerprint(slot));
  return picked.map((result) => toFound(result, confidence(result), written));
}

function toFound(result: Ranked, confidence: number, written: (term: string) => string): Found {
  const { entry, score, parts, terms } = result;
  return {
    entry,
    score,
    parts,
    confidence,
    terms: terms.map(({ query, ...match }) => ({
      term: written(query.term),
      stem: query.term,
      fields: match.fields,
      score: match.score,
      weight: query.weight,
    })),
  };
}

/**
 * What was found with its texts, in the same order, each with an excerpt that answers the question best. What has no
 * item any more is left out: it went between finding and reading.
 */
export function toHits(found: readonly Found[], items: readonly KnowledgeItem[]): Hit[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return found.flatMap((it) => {
    const item = byId.get(it.entry.id);
    return item === undefined ? [] : [toHit(it, item)];
  });
}

function toHit({ score, parts, confidence, terms }: Found, item: KnowledgeItem): Hit {
  const weights = new Map(terms.map((it) => [it.stem, it.weight]));
  return {
    item,
    score,
    parts,
    confidence,
    terms: terms.map(({ term, fields, score: part }) => ({ term, fields, score: part })),
    excerpt: excerpt(item, weights),
  };
}
