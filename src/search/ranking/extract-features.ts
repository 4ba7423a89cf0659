import type { KnowledgeEntry, Question } from "../../core/knowledge.ts";
import type { IndexView } from "../index-view.ts";
import type { SearchIndex } from "../index/search-index.ts";
import { readQuestion } from "../question/read-question.ts";
import { type CandidateFilter, type Candidates, findCandidates } from "./candidates.ts";
import { scoreExpansion } from "./expansion.ts";
import { readLinkHistory } from "./link-history.ts";
import { fieldNumber, TermMatches } from "./term-matches.ts";
import { trigramSimilarityTo } from "./trigram-similarity.ts";
import { type QueryTerm, weighTerms } from "./weigh-terms.ts";
import type { Feature } from "./weights.ts";

/** Features of all candidates, by row. */
export type FeatureTable = Readonly<Record<Feature, Float64Array>>;

/** A document that may be a result. */
export interface Candidate {
  readonly slot: number;
  readonly entry: KnowledgeEntry;
}

/** The candidates for one question with their features, before they are weighed. Rows are places in `candidates`. */
export interface ExtractedFeatures {
  /** The terms of the question that are searched for, highest weight first. */
  readonly query: readonly QueryTerm[];
  /** Those that no item has, highest weight first. */
  readonly unknown: readonly QueryTerm[];
  readonly candidates: readonly Candidate[];
  readonly words: TermMatches;
  readonly table: FeatureTable;
}

export interface ExtractOptions extends CandidateFilter {
  /** Cosine of a language model's vectors of this question and an item, by item id, where there is one. */
  readonly semantic?: (id: string) => number | undefined;
}

/** Finds the candidates for a question, and computes the features of each. */
export function extractFeatures(view: IndexView, question: Question, options: ExtractOptions): ExtractedFeatures {
  const { index } = view;
  const { known: query, unknown } = weighTerms(index, readQuestion(question));
  const isEmpty = query.length + unknown.length === 0;
  const found = isEmpty ? nothing : findCandidates(index, query, options);
  const candidates = found.slots.map((slot) => candidateAt(index, slot));
  const words = new TermMatches(index, query, found.slots);
  const featureQuery = { ...options, title: question.title, query };
  const table = computeTable(view, featureQuery, { ...found, candidates }, words);
  return { query, unknown, candidates, words, table };
}

/** A question without words has no candidates, not even near ones. */
const nothing: Candidates = { slots: [], voters: [], answered: [] };

function candidateAt(index: SearchIndex, slot: number): Candidate {
  const entry = index.entryAt(slot);
  if (entry === undefined) throw new Error(`Slot ${slot} holds no item.`);
  return { slot, entry };
}

interface FeatureQuery extends Pick<ExtractOptions, "semantic"> {
  readonly title: string;
  readonly query: readonly QueryTerm[];
}

/**
 * The features of each candidate, free of the scale of the corpus:
 * - `lexical`: BM25F score as a share of the best candidate's;
 * - `pageWords`: the same for all sections of its page taken together;
 * - `named`: share of the heading's words that the question has;
 * - `headingAlike`, `questionAlike`: share of the trigrams of the one's title that the other's has;
 * - `latent`: cosine in the latent space, `semantic`: in that of a language model;
 * - `asked`, `votes`: what earlier answers link to (see `LinkHistory`);
 * - `expansion`: what has the words of earlier answers (see `scoreExpansion`).
 *
 * The features of titles count as much as the title weighs in the question: all where it is the whole question.
 */
function computeTable(
  { index, latent }: IndexView,
  { title, query, semantic }: FeatureQuery,
  found: Candidates & { readonly candidates: readonly Candidate[] },
  words: TermMatches,
): FeatureTable {
  const { slots, candidates } = found;
  const best = words.scores.reduce((max, score) => Math.max(max, score), Number.MIN_VALUE);
  const share = titleShare(query);
  const similarityTo = trigramSimilarityTo(title);
  const titles = candidates.map(({ entry }) => similarityTo(entry.title));
  const latentSimilarity = latent?.similarity(query);
  const history = readLinkHistory(index, query, found, words);
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
    headingAlike: from((row) => share * (titles[row]?.ofSecond ?? 0)),
    questionAlike: from((row) => share * (titles[row]?.ofFirst ?? 0)),
    latent: from((_, slot) => Math.max(0, latentSimilarity?.(slot) ?? 0)),
    semantic: from((row) => Math.max(0, semantic?.(candidates[row]?.entry.id ?? "") ?? 0)),
    asked: history.asked.map((score) => score / best),
    votes: history.votes,
    expansion: scoreExpansion(index, query, found),
  };
}

/** Share of the question's weight that stands in its title. */
function titleShare(query: readonly QueryTerm[]): number {
  let [title, all] = [0, 0];
  for (const { inTitle, weight } of query) {
    all += weight;
    if (inTitle) title += weight;
  }
  return all === 0 ? 0 : title / all;
}

function named(words: TermMatches, row: number, terms: number, length: number): number {
  let found = 0;
  for (let place = 0; place < terms; place++) {
    const inTitle =
      words.frequencyIn(row, place, fieldNumber.title) + words.frequencyIn(row, place, fieldNumber.aliases);
    if (inTitle > 0) found++;
  }
  return Math.min(1, found / Math.max(1, length));
}

/**
 * By row: the score of all sections of its page together, each term at the section with the highest score for it, as a
 * share of the best page's. The words of one question are often scattered over the sections of one page.
 */
function scorePages(query: readonly QueryTerm[], words: TermMatches, groups: readonly string[]): Float64Array {
  const numbers = new Map<string, number>();
  const pages = Uint32Array.from(groups, (group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
  const scores = new Float64Array(numbers.size);
  const maxima = new Float64Array(numbers.size);
  for (let place = 0; place < query.length; place++) {
    maxima.fill(0);
    for (let row = 0; row < pages.length; row++) {
      const page = pages[row] ?? 0;
      maxima[page] = Math.max(maxima[page] ?? 0, words.part(row, place));
    }
    for (let page = 0; page < scores.length; page++) scores[page] = (scores[page] ?? 0) + (maxima[page] ?? 0);
  }
  const best = scores.reduce((highest, score) => Math.max(highest, score), Number.MIN_VALUE);
  return Float64Array.from(pages, (page) => (scores[page] ?? 0) / best);
}
