import { newStemmer } from "snowball-stemmers";

const english = newStemmer("english");
const russian = newStemmer("russian");

/** The package takes about ten microseconds a word, and a text repeats its words: remembering makes it nearly free. */
const remembered = new Map<string, string>();
const mostRemembered = 50_000;

/** Beyond this it is no word of a language: a stemmer has nothing to say to it. */
const longestWord = 40;

/**
 * The stem of a lower-case word: what its inflections share (`connections` → `connect`).
 * The script picks the algorithm: Latin letters the Snowball English one, Cyrillic letters the Russian one;
 * a word of another script or with digits is its own stem.
 *
 * @see https://snowballstem.org/algorithms/english/stemmer.html
 */
export function stem(word: string): string {
  if (word.length < 3 || word.length > longestWord) return word;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const found = stemByScript(word);
  remembered.set(word, found);
  return found;
}

function stemByScript(word: string): string {
  if (/^[a-z]+$/.test(word)) return english.stem(word);
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return russian.stem(word);
  return word;
}
