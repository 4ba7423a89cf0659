import type { Question } from "../../core/knowledge.ts";
import { stem } from "../words/stem.ts";

/** Words are looked for in this much of a question. */
const longestText = 20_000;

/**
 * How the asker wrote a term that the index knows by its stem: people are shown `change`, not `chang`.
 * The first word with that stem, title first; the term itself where none is found.
 */
export function asWritten({ title, body }: Question): (term: string) => string {
  let words: Map<string, string> | undefined;
  return (term) => {
    words ??= wordsByStem(`${title}\n${body.slice(0, longestText)}`);
    return words.get(term) ?? term;
  };
}

function wordsByStem(text: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    const term = stem(word.toLowerCase());
    if (!words.has(term)) words.set(term, word.toLowerCase());
  }
  return words;
}
