import type { Hit, Question } from "../core/knowledge.ts";
import { asWritten } from "./question/as-written.ts";
import { toConfidence } from "./confidence/confidence.ts";
import { excerpt } from "./excerpt.ts";
import { pick } from "./ranking/pick.ts";
import { readQuestion } from "./question/read-question.ts";
import { rank, type Ranked } from "./ranking/rank.ts";
import type { SearchIndex } from "./index/search-index.ts";

/** Results looked at before choosing what to show: enough that one long page cannot fill the list. */
const depth = 30;

/**
 * What answers a question, best first, at most `limit`, each with its confidence, its matched terms and an excerpt.
 * The question's own thread is never among it. Says nothing for a question without telling words.
 */
export function find(index: SearchIndex, question: Question, limit: number): Hit[] {
  const exclude = new Set(question.thread === undefined ? [] : [`thread:${question.thread}`]);
  const ranking = rank(index, readQuestion(question), { limit: Math.max(depth, 2 * limit), exclude });
  const confidence = toConfidence(ranking);
  const written = asWritten(question);
  return pick(ranking.results, limit).map((result) => toHit(result, confidence(result), written));
}

function toHit(result: Ranked, confidence: number, written: (term: string) => string): Hit {
  const masses = new Map(result.terms.map(({ query }) => [query.term, query.mass]));
  return {
    item: result.item,
    score: result.score,
    confidence,
    terms: result.terms.map(({ query, fields, score }) => ({ term: written(query.term), fields, score })),
    excerpt: excerpt(result.item, masses),
  };
}
