import type { KnowledgeEntry } from "../../core/knowledge.ts";
import type { Candidates } from "./candidates.ts";
import { readHistory } from "./history.ts";
import { likenessTo } from "./likeness.ts";
import { scorePages } from "./page-words.ts";
import type { Volume } from "../volume.ts";
import type { QueryTerm } from "./weigh-terms.ts";
import type { Feature } from "./weights.ts";
import { fieldNumber, type WordEvidence } from "./word-evidence.ts";

/** Features of all candidates, by row. */
export type FeatureTable = Readonly<Record<Feature, Float64Array>>;

export interface AskedFor {
  readonly title: string;
  readonly query: readonly QueryTerm[];
  /** Cosine of a language model's vectors of question and item, by item id, where there is one. */
  readonly semantic?: (id: string) => number | undefined;
}

/**
 * What is known of each candidate beside the question, free of the scale of the corpus:
 * - `lexical`: BM25F score as a share of the best candidate's;
 * - `pageWords`: the same for all sections of its page taken together;
 * - `named`: share of the heading's words that the question has;
 * - `headingAlike`, `questionAlike`: share of the spelling of the one's title that the other's has;
 * - `latent`: cosine in the latent space, `semantic`: in that of a language model;
 * - `asked`, `votes`: what earlier answers link to (see `History`).
 *
 * What is said of titles counts as much as the title weighs in the question: all where it is the whole question.
 */
export function readFeatures(
  { index, latent }: Volume,
  { title, query, semantic }: AskedFor,
  found: Candidates & { readonly candidates: readonly { readonly entry: KnowledgeEntry }[] },
  words: WordEvidence,
): FeatureTable {
  const { slots, candidates } = found;
  const best = words.scores.reduce((most, score) => Math.max(most, score), Number.MIN_VALUE);
  const share = titleShare(query);
  const likeness = likenessTo(title);
  const alike = candidates.map(({ entry }) => likeness(entry.title));
  const nearness = latent?.similarity(query);
  const history = readHistory(index, query, found, words);
  const from = (read: (row: number, slot: number) => number) =>
    Float64Array.from(slots, (slot, row) => read(row, slot));
  return {
    lexical: from((row) => (words.scores[row] ?? 0) / best),
    pageWords: scorePages(
      query,
      words,
      candidates.map(({ entry }) => entry.group),
    ),
    named: from((row, slot) => share * named(words, row, query.length, index.fieldLength(slot, fieldNumber.title))),
    headingAlike: from((row) => share * (alike[row]?.ofSecond ?? 0)),
    questionAlike: from((row) => share * (alike[row]?.ofFirst ?? 0)),
    latent: from((_, slot) => Math.max(0, nearness?.(slot) ?? 0)),
    semantic: from((row) => Math.max(0, semantic?.(candidates[row]?.entry.id ?? "") ?? 0)),
    asked: history.asked.map((score) => score / best),
    votes: history.votes,
  };
}

/** Share of the question's mass that stands in its title. */
function titleShare(query: readonly QueryTerm[]): number {
  let [title, all] = [0, 0];
  for (const { inTitle, mass } of query) {
    all += mass;
    if (inTitle) title += mass;
  }
  return all === 0 ? 0 : title / all;
}

function named(words: WordEvidence, row: number, terms: number, length: number): number {
  let found = 0;
  for (let place = 0; place < terms; place++) {
    const inTitle =
      words.frequencyIn(row, place, fieldNumber.title) + words.frequencyIn(row, place, fieldNumber.aliases);
    if (inTitle > 0) found++;
  }
  return Math.min(1, found / Math.max(1, length));
}
