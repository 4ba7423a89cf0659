import type { Question } from "../../core/knowledge.ts";
import { fold } from "../words/fold.ts";
import type { Language } from "../words/function-words.ts";
import { guessLanguage } from "../words/guess-language.ts";
import { stem } from "../words/stem.ts";
import { courtesyWords } from "../words/stop-words.ts";
import { tokenize } from "../words/tokenize.ts";
import { splitQuestion } from "./split-question.ts";

/** A term of the question, with what the place where it stands counts (0 to 1). */
export interface QuestionTerm {
  readonly term: string;
  readonly placeWeight: number;
  readonly inTitle: boolean;
  /** Whether it stands nowhere but in code, logs, quotes and remarks on the machine. */
  readonly inCode: boolean;
}

/** A question as it is searched for. */
export interface AskedTerms {
  /** Each once, in the order of places. */
  readonly terms: readonly QuestionTerm[];
  /** The one it is written in; missing for English, and where it does not show. */
  readonly language: Language | undefined;
}

/**
 * What a place in the question counts: askers put the topic first, a log holds every word there is, and the names of
 * a category and of labels were chosen from a list.
 */
const placeWeights = { title: 1, lead: 0.4, rest: 0.25, names: 0.15, code: 0.1 };

/** Sentences that open the question. */
const leadSentences = 3;

const courtesies: ReadonlySet<string> = new Set([...courtesyWords].map((word) => stem(fold(word))));

/** Share of its place weight that a word of courtesy keeps: "get" may be part of a method's name, and mostly is not. */
const courtesyShare = 0.3;

/** A title is a line; what is longer was pasted. */
const maxTitleLength = 1_000;

/**
 * The question as terms, each once, with the weight of the best place it stands in, in the order of places.
 * Greetings, thanks and the words of asking count little, and a question of nothing else has no terms. Its language is
 * guessed from all that the asker wrote in prose.
 */
export function readQuestion(question: Question): AskedTerms {
  const title = question.title.slice(0, maxTitleLength);
  const { sentences, code, quotes, asides } = splitQuestion(question.body);
  const language = guessLanguage(title, ...sentences);
  const found = new Map<string, QuestionTerm>();
  const read = (text: string, place: keyof typeof placeWeights) => {
    const where = { inTitle: place === "title", inCode: place === "code" };
    for (const term of tokenize(text, language)) {
      const share = courtesies.has(term) ? courtesyShare : 1;
      if (!found.has(term)) found.set(term, { term, placeWeight: placeWeights[place] * share, ...where });
    }
  };
  read(title, "title");
  const topical = sentences.filter(hasTopic);
  read(topical.slice(0, leadSentences).join("\n"), "lead");
  read(topical.slice(leadSentences).join("\n"), "rest");
  const isEmpty = [...found.keys()].every((term) => courtesies.has(term));
  if (!isEmpty) read(namesOf(question).join("\n"), "names");
  read([...code, ...quotes, ...asides].join("\n"), "code");
  const terms = [...found.values()];
  return { terms: terms.every(({ term }) => courtesies.has(term)) ? [] : terms, language };
}

/** "Hi everyone," is no opening. */
function hasTopic(sentence: string): boolean {
  return tokenize(sentence).some((term) => !courtesies.has(term));
}

/** Names of the category and the labels, where they say what it is about. */
function namesOf({ category, labels = [] }: Question): string[] {
  return [...(category === undefined ? [] : [category]), ...labels].filter(saysTopic);
}

/** Words of category and label names that say a thread's kind or state, and not its topic. */
const genericWords = `accepted announcement answer area awaiting blocked bug bugs category chat community confirmed
  contribution critical discussion docs documentation done duplicate enhancement external feature features feedback
  first fixed forum general good help high idea info information invalid issue kind level low major medium meta minor
  more needed needs off other outdated p0 p1 p2 p3 p4 pending planned poll polls popular priority problem progress
  proposal q&a qa question questions ready repro reproduction request requests resolved response rfc severity show
  solved stale status support task team tell topic triage triaged type unconfirmed unanswered unresolved untriaged
  upvoted urgent usage version waiting welcome wanted wontfix`;

const generic: ReadonlySet<string> = new Set(tokenize(genericWords));

/** Whether the name of a category or a label has a word of topic: `API: plugins` does, `Q&A` does not. */
function saysTopic(name: string): boolean {
  const words = tokenize(name.replace(/[^\p{L}\p{N}]+/gu, " "));
  return words.some((word) => word.length > 1 && !generic.has(word));
}
