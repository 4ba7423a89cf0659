import type { Question } from "../../core/knowledge.ts";
import { splitQuestion } from "./split-question.ts";
import { stem } from "../words/stem.ts";
import { courtesyWords } from "../words/stop-words.ts";
import { tokenize } from "../words/tokenize.ts";

/** A word of the question, with how much its place in the question makes it matter (0 to 1). */
export interface AskedTerm {
  readonly term: string;
  readonly weight: number;
  readonly inTitle: boolean;
}

/** What a place in the question is worth: askers put the topic first, and a log holds every word there is. */
const placeWeights = { title: 1, lead: 0.4, rest: 0.25, code: 0.1 };

/** Sentences that open the question. */
const leadSentences = 3;

const courtesies: ReadonlySet<string> = new Set([...courtesyWords].map(stem));

/** What a word of courtesy counts beside others: "get" may be half of a method's name, and is mostly nothing. */
const courtesyShare = 0.3;

/** A title is a line; what is longer was pasted. */
const longestTitle = 1_000;

/**
 * The question as terms, each once, with the weight of the best place it stands in, in the order of places.
 * Greetings, thanks and the words of asking count little, and a question of nothing else has no terms.
 */
export function readQuestion(question: Question): AskedTerm[] {
  const { sentences, code, quotes } = splitQuestion(question.body);
  const found = new Map<string, AskedTerm>();
  const read = (text: string, weight: number, inTitle = false) => {
    for (const term of tokenize(text)) {
      const share = courtesies.has(term) ? courtesyShare : 1;
      if (!found.has(term)) found.set(term, { term, weight: weight * share, inTitle });
    }
  };
  read(question.title.slice(0, longestTitle), placeWeights.title, true);
  const telling = sentences.filter(hasTopic);
  read(telling.slice(0, leadSentences).join("\n"), placeWeights.lead);
  read(telling.slice(leadSentences).join("\n"), placeWeights.rest);
  read([...code, ...quotes].join("\n"), placeWeights.code);
  const terms = [...found.values()];
  return terms.every(({ term }) => courtesies.has(term)) ? [] : terms;
}

/** "Hi everyone," is no opening. */
function hasTopic(sentence: string): boolean {
  return tokenize(sentence).some((term) => !courtesies.has(term));
}
