import { isAscii } from "./fold.ts";
import { functionWords, type Language, languages } from "./function-words.ts";
import { stopWords } from "./stop-words.ts";

/** How much of a text is read, in characters and in words: more changes no guess. */
const maxCharacters = 4_000;
const maxWords = 120;

/** This many English function words decide: every third word of English prose is one. */
const enoughEnglish = 6;

/** The least share of a text's words that are function words of its language; identifiers and product names have none. */
const minShare = 0.1;

/** A single function word decides a text of at most so many words, such as a title. */
const shortText = 7;

/** Function words of other languages that are also English words or product names. They count less. */
const englishToo: ReadonlySet<string> = new Set(
  `ad ai al als ant bare bin car com come comment con de del den der des die do dos en ez go ham hat hem kan kun la
  las le les list los man mate me men mes mi mod moi most my net no non on one par per plus pod poll pour pro pur
  ram sans se see sin son sono sub ten tot van var via war za`.split(/\s+/u),
);

/** What a function word counts: `unsure` for two letters and for the words above. */
const sure = 2;
const unsure = 1;

const english = 1 << languages.length;

/** By function word: the languages it belongs to, as bits by their place in `languages`, and after them English. */
const languagesOf = new Map<string, number>([...stopWords].map((word) => [word, english]));
let maxWordLength = 0;
for (const [place, language] of languages.entries()) {
  for (const word of functionWords.get(language) ?? []) {
    languagesOf.set(word, (languagesOf.get(word) ?? 0) | (1 << place));
    maxWordLength = Math.max(maxWordLength, word.length);
  }
}

/**
 * The language that a text is in, from its function words: undefined for English, and where it does not show (code, a
 * bare name, one word), which is then read as English is. The words that only this language has must outnumber the
 * English ones by far, so that a corpus in English is never read as anything else for a foreign word in it.
 *
 * A statistical detector (n-grams) knows languages from fewer words, but takes bare product names for Slovene and
 * Romanian, and keeps 30 MB of tables in memory for it. Here an undecided text loses little: see `readChunk`.
 */
export function guessLanguage(...texts: readonly string[]): Language | undefined {
  const tally = new Tally();
  for (const text of texts) {
    if (tally.hasEnough) break;
    tally.read(text.length > maxCharacters ? text.slice(0, maxCharacters) : text);
  }
  return tally.winner();
}

/** Counts the function words of all languages in a text. */
class Tally {
  #words = 0;
  #english = 0;
  #foreign = 0;
  /** By language: how much its function words count, and how many of them are English ones too. */
  readonly #own = new Uint16Array(languages.length);
  readonly #shared = new Uint16Array(languages.length);
  /** Each word counts once: a variable may be named `sin`. */
  readonly #seen = new Set<string>();

  get hasEnough(): boolean {
    return this.#words >= maxWords || (this.#english >= enoughEnglish && this.#english > 4 * this.#foreign);
  }

  read(text: string): void {
    for (let start = 0; start < text.length && !this.hasEnough;) {
      let end = start;
      while (end < text.length && isLetter(text.charCodeAt(end))) end++;
      if (end > start) this.#readWord(text, start, end);
      start = end + 1;
    }
  }

  #readWord(text: string, start: number, end: number): void {
    this.#words++;
    if (end - start > maxWordLength || end - start === 1) return;
    const word = text.slice(start, end).toLowerCase();
    const bits = languagesOf.get(word);
    if (bits !== undefined) this.#count(word, bits);
  }

  #count(word: string, bits: number): void {
    const isEnglish = (bits & english) !== 0;
    if (isEnglish) this.#english++;
    if (bits === english || this.#seen.has(word)) return;
    this.#seen.add(word);
    if (isEnglish) add(this.#shared, bits ^ english, unsure);
    else {
      this.#foreign++;
      add(this.#own, bits, weightOf(word));
    }
  }

  winner(): Language | undefined {
    let best = 0;
    for (const place of languages.keys()) if (this.#strength(place) > this.#strength(best)) best = place;
    return this.#isConvincing(best) ? languages[best] : undefined;
  }

  #strength(place: number): number {
    return (this.#own[place] ?? 0) + (this.#shared[place] ?? 0);
  }

  #isConvincing(place: number): boolean {
    const own = (this.#own[place] ?? 0) / sure;
    const others = this.#english - (this.#shared[place] ?? 0);
    const enough = this.#words <= shortText ? 1 : 2;
    return own >= enough && own >= minShare * this.#words && own > 2 * others;
  }
}

/** Roughly: all letters beyond ASCII, and some signs, which are in no list. */
function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && (code < 0x2000 || code > 0x206f))
  );
}

function weightOf(found: string): number {
  if (isAscii(found) && (englishToo.has(found) || found.length < 3)) return unsure;
  return sure;
}

function add(counts: Uint16Array, bits: number, weight: number): void {
  for (let place = 0, left = bits; left !== 0; place++, left >>>= 1) {
    if ((left & 1) === 1) counts[place] = (counts[place] ?? 0) + weight;
  }
}
