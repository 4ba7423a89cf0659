import type { Question } from "../../core/knowledge.ts";
import { fold } from "../words/fold.ts";
import type { Language } from "../words/function-words.ts";
import { guessLanguage } from "../words/guess-language.ts";
import { stem } from "../words/stem.ts";
import { stemIn } from "../words/stem-in.ts";

/** Words are searched in this much of a question. */
const maxTextLength = 20_000;

/**
 * How the asker wrote a term that the index knows by its stem: people are shown `change`, not `chang`.
 * The first word with that stem, title first; the term itself where none is found.
 */
export function asWritten({ title, body }: Question): (term: string) => string {
  let words: Map<string, string> | undefined;
  return (term) => {
    words ??= wordsByStem(`${title}\n${body.slice(0, maxTextLength)}`);
    return words.get(term) ?? term;
  };
}

function wordsByStem(text: string): Map<string, string> {
  const words = new Map<string, string>();
  const language = guessLanguage(text);
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const lower = word.toLowerCase();
    for (const term of stemsOf(lower, language)) if (!words.has(term)) words.set(term, lower);
  }
  return words;
}

function stemsOf(word: string, language: Language | undefined): string[] {
  const usual = stem(fold(word));
  return language === undefined ? [usual] : [usual, stemIn(word, language)];
}
