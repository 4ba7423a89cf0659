import type { SearchIndex } from "../index/search-index.ts";
import type { QuestionTerm } from "../question/read-question.ts";
import { compoundParts, minPart } from "../words/compound-parts.ts";
import type { Language } from "../words/function-words.ts";

/** Languages that write a compound as one word: `Datenbankverbindung`, `databaseverbinding`, `databasanslutning`. */
const compounding: ReadonlySet<Language> = new Set<Language>(["de", "nl", "sv", "da", "no"]);

/** What joins the parts of a compound where the first one is in its stem: `Sicherung-s-kopie`, `Hunde-n-…`. */
const joints = ["", "s", "n", "en", "e", "er", "es"];

/** So many words are cut at most, in the order of places. */
const maxWords = 100;

/** Pairs of so many words at most are tried as a compound: those of the title and the lead. */
const maxJoined = 24;

/** Share of its compound's place weight that a part has: it says less. */
const partShare = 0.5;

/**
 * The terms of a question with the parts of its compounds, and with the compounds of its words, as far as some item has
 * them: who asks about the `Datenbankverbindung` finds what is said of the `Verbindung zur Datenbank`, and the other way
 * round. The words of the project are the dictionary, so that no list of words is needed. Terms of questions in other
 * languages stay as they are.
 */
export function withCompounds(
  index: SearchIndex,
  question: readonly QuestionTerm[],
  language: Language | undefined,
): readonly QuestionTerm[] {
  if (language === undefined || !compounding.has(language)) return question;
  const all = new Map(question.map((term) => [term.term, term]));
  const add = (term: QuestionTerm) => {
    if (!all.has(term.term)) all.set(term.term, term);
  };
  const words = question.filter(({ term, inCode }) => !inCode && /^\p{L}+$/u.test(term));
  for (const word of words.slice(0, maxWords)) {
    for (const term of compoundParts(word.term, language, (part) => index.documentCount(part))) {
      add({ ...word, term, placeWeight: word.placeWeight * partShare });
    }
  }
  for (const joined of joinWords(words.slice(0, maxJoined), (term) => index.documentCount(term) > 0)) add(joined);
  return [...all.values()];
}

/** The compounds of two words, in either order. */
function joinWords(words: readonly QuestionTerm[], isKnown: (term: string) => boolean): QuestionTerm[] {
  const long = words.filter(({ term }) => term.length >= minPart);
  return long.flatMap((first) =>
    long.flatMap((second) => {
      if (first === second) return [];
      const placeWeight = Math.min(first.placeWeight, second.placeWeight);
      return joints
        .map((joint) => first.term + joint + second.term)
        .filter(isKnown)
        .map((term) => ({ term, placeWeight, inTitle: first.inTitle && second.inTitle, inCode: false }));
    }),
  );
}
