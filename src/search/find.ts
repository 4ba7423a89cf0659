import type { KnowledgeEntry, Question } from "../core/knowledge.ts";
import { toConfidence } from "./confidence/confidence.ts";
import { signDepth } from "./confidence/signs.ts";
import type { Field } from "./index/fields.ts";
import { asWritten } from "./question/as-written.ts";
import { pick } from "./ranking/pick.ts";
import { rank, type Ranked, type RankOptions } from "./ranking/rank.ts";
import type { Volume } from "./volume.ts";

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
}

export type FindOptions = Pick<RankOptions, "kinds" | "before" | "opinions" | "semantic" | "alsoConsider">;

/**
 * What answers a question, best first, at most `limit`, each with its confidence and its reasons. Neither the question's
 * own thread nor what is retired is ever among it. Finds nothing for a question without telling words.
 */
export function find(volume: Volume, question: Question, limit: number, options: FindOptions = {}): Found[] {
  const { thread } = question;
  const exclude = new Set(thread === undefined ? [] : [`thread:${thread}`, `issue:${thread}`]);
  const ranking = rank(volume, question, { ...options, limit: Math.max(signDepth, 2 * limit), exclude });
  const confidence = toConfidence(ranking, options.opinions);
  const written = asWritten(question);
  const picked = pick(ranking.results, limit, (slot) => volume.index.fingerprint(slot));
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
    })),
  };
}
