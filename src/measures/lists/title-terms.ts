import { guessLanguage } from "../../search/words/guess-language.ts";
import { courtesyWords } from "../../search/words/stop-words.ts";
import { tokenize } from "../../search/words/tokenize.ts";

/** Scripts that put no spaces between words: what stands between spaces is no word there. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** What is made of words that mean something alone: `next-auth/react`, `useSession`. */
const compound = /[\p{L}\p{N}][.\-/\\:_@][\p{L}\p{N}]|\p{Ll}\p{Lu}/u;

/** The terms of a title, as the finder splits it, each with how it is written there; what is compound gives its parts as well. */
export function titleTerms(title: string): ReadonlyMap<string, string> {
  const language = guessLanguage(title);
  const terms = new Map<string, string>();
  const add = (term: string | undefined, written: string) => {
    if (term !== undefined && !terms.has(term)) terms.set(term, written);
  };
  for (const word of title.split(/\s+/u)) {
    const written = trim(word);
    if (courtesyWords.has(written)) continue;
    const isMany = spaceless.test(word);
    const [whole, ...others] = tokenize(word, language);
    add(whole, isMany ? (whole ?? "") : written);
    const parts = compound.test(word) ? written.split(/[^\p{L}\p{N}]/u) : [written];
    for (const it of others) add(it, isMany ? it : (parts.find((part) => part.startsWith(it)) ?? it));
  }
  return terms;
}

/** Without the punctuation of the sentence around it. */
function trim(word: string): string {
  return word.toLowerCase().replaceAll(/^[^\p{L}\p{N}]{1,50}|[^\p{L}\p{N}+#]{1,50}$/gu, "");
}
