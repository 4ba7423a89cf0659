import { fold, isAscii } from "./fold.ts";
import { functionWords, type Language } from "./function-words.ts";
import { beyondAscii, digit, joint, kindsOf, lower, upper } from "./letter-kinds.ts";
import { splitIdentifier } from "./split-identifier.ts";
import { stemIn } from "./stem-in.ts";
import { otherForms, stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";

/** Runs of what words, identifiers, paths, flags, versions and error codes are made of. */
const chunks = /[\p{L}\p{N}\p{M}_@#.\-/\\:+']+/gu;

const camelCase = /^(?=.*\p{Ll}).*\p{L}\p{Lu}/u;

/** `PDFs`: stemmers find no plural without a vowel before it. */
const pluralOfCapitals = /^\p{Lu}{2,}s$/u;

/** Ends of a chunk that belong to the sentence: `(see ./a.md).` gives `a.md`. `.env`, `--flag`, `@scope`, `C++` and `C#` keep theirs. */
const sentenceStarts = /^(?:[:'+#/\\]|\.+(?![\p{L}.])|\.\/|-+(?![\p{L}-]))+/u;
const sentenceEnds = /(?<![.\-/\\:'@_])[.\-/\\:'@_]+$/u;

const apostrophe = /'(?:s|t|re|ve|ll|d|m)?(?=$|')/giu;

/** Addresses, hashes, long numbers, clock times: they are unique, and say nothing of a topic. */
const noise =
  /^(?:0x[\da-f]{9,}|0x(?![8c][\da-f]{7}$)[\da-f]{7,8}|(?=.*\d)[\da-f]{10,}|\d{7,}|[\d:.+\-TZ]*\d\d:\d\d[\d:.+\-TZ]*|\d{4}-\d\d-\d\d(?:T.*)?|[\da-f]{8}-[\da-f]{4}-[\da-f-]+)$/iu;

/** Places in files, as compilers and stack frames write them: `app.ts:12:5`. */
const place = /(?::\d+){1,2}$/u;

const letters = /^[\p{L}\p{M}]+$/u;

const inked = /[\p{L}\p{N}]/u;

const maxTermLength = 64;

/**
 * The terms of a chunk: a run of letters, digits and the signs between them. In a text that is recognised as another
 * language than English, words have two stems: the usual one of their script, so that a text whose language was not
 * recognised (or wrongly) still matches by how its words are written, and that of the language, where it differs, so
 * that inflections match. A wrong guess therefore adds terms and loses at most a function word, and an English text is
 * never touched.
 */
export function readChunk(chunk: string, language: Language | undefined): string[] {
  const terms: string[] = [];
  if (language !== undefined && functionWords.get(language)?.has(written(chunk, language)) === true) return terms;
  if (isAscii(chunk)) addChunk(chunk, terms);
  else for (const [part] of fold(chunk).matchAll(chunks)) addChunk(part, terms);
  if (language !== undefined && terms.length > 0 && chunk.length <= maxTermLength) addStemsIn(language, chunk, terms);
  return terms;
}

function addChunk(chunk: string, terms: string[]): void {
  const kinds = kindsOf(chunk);
  const first = kindsOf(chunk.charAt(0));
  // Most chunks are plain words.
  if (kinds === lower || (first === upper && kindsOf(chunk, 1) === lower)) addWord(chunk.toLowerCase(), terms);
  else if ((kinds & beyondAscii) !== 0 && isUnspaced(chunk)) addMixed(chunk, terms);
  else addCompound(chunk, kinds, terms);
}

function addWord(word: string, terms: string[]): void {
  if (word.length > maxTermLength || stopWords.has(word)) return;
  terms.push(stem(word));
  if (!isAscii(word)) terms.push(...otherForms(word));
}

/** Runs without spaces are split by dictionary, the rest is read as usual. */
function addMixed(chunk: string, terms: string[]): void {
  let end = 0;
  for (const match of chunk.matchAll(unspacedRuns)) {
    if (match.index > end) addChunk(chunk.slice(end, match.index), terms);
    segment(match[0], terms);
    end = match.index + match[0].length;
  }
  if (end < chunk.length) addChunk(chunk.slice(end), terms);
}

function addCompound(chunk: string, kinds: number, terms: string[]): void {
  const word = (kinds & ~(lower | upper | digit)) === 0 ? chunk : withoutEnds(chunk);
  if ((kinds & digit) !== 0 && noise.test(word)) return;
  const name = (kinds & joint) === 0 ? word : word.replace(place, "").replace(apostrophe, "");
  if (!inked.test(name)) return;
  const whole = name.toLowerCase();
  if (letters.test(name)) {
    const isPlural = pluralOfCapitals.test(name);
    addWord(isPlural ? whole.slice(0, -1) : whole, terms);
    if (isPlural || !camelCase.test(name)) return;
  } else if (name.length <= maxTermLength && !stopWords.has(whole)) terms.push(whole);
  for (const part of splitIdentifier(name)) if (part !== whole) addWord(part, terms);
}

function withoutEnds(chunk: string): string {
  return chunk.replace(sentenceStarts, "").replace(sentenceEnds, "");
}

/** Words with all their accents, which stemmers go by; names in camel case are no words of a language. */
const words = /[\p{L}\p{M}]{3,}/gu;

function addStemsIn(language: Language, chunk: string, terms: string[]): void {
  for (const [word] of written(chunk, language, false).matchAll(words)) {
    if (camelCase.test(word)) continue;
    const lower = lowerCase(word, language);
    if (stopWords.has(lower)) continue;
    const found = stemIn(lower, language);
    if (!terms.includes(found)) terms.push(found);
  }
}

/** The chunk as people write it, without invisible characters. */
function written(chunk: string, language: Language, lower = true): string {
  const plain = isAscii(chunk) ? chunk : chunk.normalize("NFKC").replace(/\p{Cf}+/gu, "");
  return lower ? lowerCase(plain, language) : plain;
}

function lowerCase(word: string, language: Language): string {
  return language === "tr" ? word.toLocaleLowerCase("tr") : word.toLowerCase();
}

/** Runs of the scripts that are written without spaces between words. */
const unspacedRuns = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]+/gu;

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u;

/** Whether a text holds such a run. */
function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** The segmenter reads a whole string at once; short pieces keep its time linear. */
const pieceLength = 1_000;

/** Han alone: Chinese, or a compound in Japanese. */
const han = /^\p{sc=Han}+$/u;

/**
 * Adds to `terms` the words of a run of text written without spaces, and outside of Han all pairs of neighbouring
 * characters (with their vowel signs and tones): dictionaries cut the same compound differently in different sentences,
 * pairs do not. In Han the words are so short that this hardly happens (what no dictionary has is cut into single
 * characters), and pairs across their borders, which are rare, would count more than the words.
 */
function segment(run: string, terms: string[]): void {
  for (let start = 0; start < run.length; start += pieceLength) {
    const piece = run.slice(start, start + pieceLength);
    for (const { segment: word, isWordLike } of segmenter.segment(piece)) if (isWordLike === true) terms.push(word);
    if (!han.test(piece)) addPairs(piece, terms);
  }
}

function addPairs(text: string, terms: string[]): void {
  let before = "";
  for (const [character] of text.matchAll(/\P{M}\p{M}*/gu)) {
    if (before !== "") terms.push(before + character);
    before = character;
  }
}
