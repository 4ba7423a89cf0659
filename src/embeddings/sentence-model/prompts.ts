import type { z } from "zod";
import type { SentenceConfig } from "./model-configs.ts";

/** What a model wants in front of a question, and in front of what may answer it. */
export interface Prompts {
  readonly question: string;
  readonly item: string;
}

/**
 * Names under which models keep them: those of `encode_query` and `encode_document` first, then those of models that
 * name their tasks.
 *
 * @see https://sbert.net/docs/package_reference/sentence_transformer/SentenceTransformer.html
 */
const questionNames = ["query", "search_query", "retrieval.query"];
const itemNames = ["document", "passage", "corpus", "search_document", "retrieval.passage"];

/** Nothing where the config names none. */
export function readPrompts({ prompts, default_prompt_name: usual }: z.infer<typeof SentenceConfig>): Prompts {
  const find = (wanted: readonly string[]) => {
    const name = [...wanted, ...(usual == null ? [] : [usual])].find((it) => prompts[it] !== undefined);
    return name === undefined ? "" : (prompts[name] ?? "");
  };
  return { question: find(questionNames), item: find(itemNames) };
}
