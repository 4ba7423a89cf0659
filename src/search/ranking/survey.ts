import type { KnowledgeEntry, Question } from "../../core/knowledge.ts";
import type { SearchIndex } from "../index/search-index.ts";
import { readQuestion } from "../question/read-question.ts";
import type { Volume } from "../volume.ts";
import { findCandidates, type Limits } from "./candidates.ts";
import { type FeatureTable, readFeatures } from "./read-features.ts";
import { type QueryTerm, weighTerms } from "./weigh-terms.ts";
import { WordEvidence } from "./word-evidence.ts";

/** A candidate. */
export interface Candidate {
  readonly slot: number;
  readonly entry: KnowledgeEntry;
}

/** All that is known of the candidates for one question, before it is weighed. Rows are places in `candidates`. */
export interface Survey {
  /** The question's telling terms, heaviest first. */
  readonly query: readonly QueryTerm[];
  readonly candidates: readonly Candidate[];
  readonly words: WordEvidence;
  readonly table: FeatureTable;
}

export interface SurveyOptions extends Limits {
  /** Cosine of a language model's vectors of this question and an item, by item id. */
  readonly semantic?: (id: string) => number | undefined;
}

/** Finds what may answer a question, and reads what speaks for each. */
export function survey(volume: Volume, question: Question, options: SurveyOptions): Survey {
  const { index } = volume;
  const query = weighTerms(index, readQuestion(question));
  const found = findCandidates(index, query, options);
  const candidates = found.slots.map((slot) => candidateAt(index, slot));
  const words = new WordEvidence(index, query, found.slots);
  const asked = { ...options, title: question.title, query };
  return { query, candidates, words, table: readFeatures(volume, asked, { ...found, candidates }, words) };
}

function candidateAt(index: SearchIndex, slot: number): Candidate {
  const entry = index.entryAt(slot);
  if (entry === undefined) throw new Error(`Slot ${slot} holds no item.`);
  return { slot, entry };
}
