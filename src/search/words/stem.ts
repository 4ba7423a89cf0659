import { stemmer as arabic } from "@orama/stemmers/arabic";
import { stemmer as armenian } from "@orama/stemmers/armenian";
import { stemmer as greek } from "@orama/stemmers/greek";
import { stemmer as hindi } from "@orama/stemmers/indian";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as tamil } from "@orama/stemmers/tamil";
import { englishStem } from "./english-stem.ts";
import { beyondAscii, kindsOf, lower } from "./letter-kinds.ts";
import { hashOf, PieceCache } from "./piece-cache.ts";

/** Longer strings are no words of a language, and are not stemmed. */
const maxWordLength = 40;

/**
 * The stem of a folded lower-case word: what its inflections share (`connections` → `connect`).
 * The script picks the algorithm, for Latin letters the English one, for Cyrillic the Russian one; what other languages
 * of these scripts need is in `stemIn`. A word of a script without a stemmer, or with digits, is its own stem.
 *
 * @see https://snowballstem.org/algorithms/
 */
export function stem(word: string): string {
  if (word.length < 3 || word.length > maxWordLength) return word;
  const kinds = kindsOf(word);
  const hasStem = kinds === lower || (kinds & beyondAscii) !== 0;
  if (!hasStem) return word;
  const hash = hashOf(word);
  const known = stemCache.find(word, 0, word.length, hash);
  if (known !== undefined) return known;
  const own = detach(word);
  const found = kinds === lower ? englishStem(own) : stemByScript(own);
  stemCache.keep(own, hash, found);
  return found;
}

/** Stems of words read lately: texts repeat their words. */
const stemCache = new PieceCache<string>(1 << 13);

function stemByScript(word: string): string {
  const stemmer = scripts.find(([script]) => script.test(word))?.[1];
  return stemmer?.(word) || word;
}

const scripts: readonly (readonly [RegExp, (word: string) => string])[] = [
  [/^\p{sc=Cyrillic}+$/u, russian],
  [/^\p{sc=Greek}+$/u, greek],
  [/^\p{sc=Devanagari}+$/u, hindi],
  [/^\p{sc=Armenian}+$/u, armenian],
  [/^\p{sc=Tamil}+$/u, tamil],
];

const hangul = /^\p{sc=Hangul}{3,}$/u;
const arabicWord = /^\p{sc=Arabic}{3,}$/u;
const arabicArticle = /^(?:[وفبك]?ال|لل)(?=\p{sc=Arabic}{2})/u;
const hebrewPrefix = /^[והבלמשכ](?=\p{sc=Hebrew}{3})/u;

/**
 * Further terms of a word in scripts that write particles and articles onto it, where no rule separates them:
 * Korean words, which end in particles, by their pairs of syllables; Arabic ones by their stem and without
 * their article beside themselves, since these are written as their first letters; Hebrew ones without such a letter.
 */
export function otherForms(word: string): string[] {
  if (word.length > maxWordLength) return [];
  if (hangul.test(word)) return Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
  if (arabicWord.test(word)) {
    const forms = new Set([arabic(word), word.replace(arabicArticle, "")]);
    return [...forms].filter((form) => form.length > 1 && form !== word);
  }
  return hebrewPrefix.test(word) ? [word.slice(1)] : [];
}

/** A copy that shares no memory with the text it was cut from: V8 keeps a slice of 13 or more letters as a view. */
export function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
