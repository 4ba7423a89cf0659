import { isUnspaced, segment, unspacedRuns } from "./segment.ts";
import { splitIdentifier } from "./split-identifier.ts";
import { stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";

/** Runs of what words, identifiers, paths, flags, versions and error codes are made of. */
const chunks = /[\p{L}\p{N}\p{M}_@#.\-/\\:+'’]+/gu;

const plainWord = /^[A-Z]?[a-z]+$/u;

const camelCase = /^(?=.*\p{Ll}).*\p{L}\p{Lu}/u;

const pluralOfCapitals = /^\p{Lu}{2,}s$/u;

/** Ends of a chunk that belong to the sentence: `(see ./a.md).` gives `a.md`. `.env`, `--flag`, `@scope`, `C++` and `C#` keep theirs. */
const sentenceEnds = /^(?:[:'’+#/\\]|\.+(?![\p{L}.])|\.\/|-+(?![\p{L}-]))+|[.\-/\\:'’@_]+$/gu;

const apostrophe = /['’](?:s|t|re|ve|ll|d|m)?(?=$|['’])/giu;

/** Marks of machines: addresses, hashes, long numbers, clock times. They are unique, and about nothing. */
const noise =
  /^(?:0x[\da-f]+|(?=.*\d)[\da-f]{10,}|\d{7,}|[\d:.+\-TZ]*\d\d:\d\d[\d:.+\-TZ]*|[\da-f]{8}-[\da-f]{4}-[\da-f-]+)$/iu;

/** Places in files, as compilers and stack frames write them: `app.ts:12:5`. */
const place = /(?::\d+){1,2}$/u;

const longestTerm = 64;

/**
 * The terms of a text, in order, repeated as they occur. Plain words are lowered and stemmed, stop words dropped.
 * Anything compound (identifier, path, flag, version, error code) gives itself, whole and lowered, and its parts.
 * Accents of Latin letters fold (`é` → `e`), compatibility forms and zero-width characters vanish.
 * Time is linear in the length of the text, whatever is in it.
 */
export function tokenize(text: string): string[] {
  const terms: string[] = [];
  for (const [chunk] of fold(text).matchAll(chunks)) addChunk(chunk, terms);
  return terms;
}

function addChunk(chunk: string, terms: string[]): void {
  if (plainWord.test(chunk)) addWord(chunk.toLowerCase(), terms);
  else if (isUnspaced(chunk)) addMixed(chunk, terms);
  else addCompound(chunk, terms);
}

function addWord(word: string, terms: string[]): void {
  if (word.length > longestTerm || stopWords.has(word)) return;
  terms.push(stem(word));
}

/** Runs without spaces are cut by dictionary, what stands between them goes the usual way. */
function addMixed(chunk: string, terms: string[]): void {
  let end = 0;
  for (const match of chunk.matchAll(unspacedRuns)) {
    if (match.index > end) addCompound(chunk.slice(end, match.index), terms);
    segment(match[0], terms);
    end = match.index + match[0].length;
  }
  if (end < chunk.length) addCompound(chunk.slice(end), terms);
}

function addCompound(chunk: string, terms: string[]): void {
  const trimmed = chunk.replace(sentenceEnds, "");
  const word = trimmed.replace(place, "").replace(apostrophe, "");
  if (word === "" || noise.test(trimmed)) return;
  if (/^\p{L}+$/u.test(word)) {
    addWord(word.toLowerCase(), terms);
    if (!camelCase.test(word) || pluralOfCapitals.test(word)) return;
  } else if (word.length <= longestTerm) terms.push(word.toLowerCase());
  const whole = word.toLowerCase();
  for (const part of splitIdentifier(word)) if (part !== whole) addWord(part, terms);
}

/** Most text is ASCII, for which there is nothing to fold. */
const ascii = /^\p{ASCII}*$/u;

function fold(text: string): string {
  if (ascii.test(text)) return text;
  return text
    .normalize("NFKD")
    .replace(/(?<=[\p{sc=Latin}\p{sc=Greek}])\p{Mn}+/gu, "")
    .replace(/\p{Cf}+/gu, "")
    .normalize("NFC");
}
