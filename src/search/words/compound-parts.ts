import type { Language } from "./function-words.ts";
import { tokenize } from "./tokenize.ts";

/** Letters of a word, and of a part: what is shorter is mostly a prefix or an ending that looks like a word. */
const minWord = 8;
export const minPart = 4;

/** No word is longer; it bounds the time. */
const maxWord = 40;

/** `Grundstücksverkehrsgenehmigung` has three parts; longer ones are jokes. */
const maxParts = 4;

/**
 * The parts of a word, as terms: of all ways to cut it into words that some item has, the one whose parts are in most
 * items by their geometric mean, if that is more than the items that have the word itself; else none. The inflection
 * that joins a part to the next is taken off by the stemmer. Time grows with the square of the word's length.
 *
 * @param countOf how many items have a term
 * @see Koehn, Knight: Empirical Methods for Compound Splitting (EACL 2003)
 */
export function compoundParts(word: string, language: Language, countOf: (term: string) => number): readonly string[] {
  if (word.length < minWord || word.length > maxWord) return [];
  const cutter = new Cutter(word, language, countOf);
  let best: readonly string[] = [];
  let most = countOf(word);
  for (let parts = 2; parts <= maxParts; parts++) {
    const found = cutter.cut(0, parts);
    const mean = (found?.product ?? 0) ** (1 / parts);
    if (found !== undefined && mean > most) [best, most] = [found.terms, mean];
  }
  return best;
}

interface Cut {
  readonly terms: readonly string[];
  /** Of the numbers of items that have each. */
  readonly product: number;
}

/** Cuts one word; what its ends can be cut into is reckoned once. */
class Cutter {
  readonly #word: string;
  readonly #language: Language;
  readonly #countOf: (term: string) => number;
  readonly #cuts = new Map<number, Cut | undefined>();

  constructor(word: string, language: Language, countOf: (term: string) => number) {
    this.#word = word;
    this.#language = language;
    this.#countOf = countOf;
  }

  /** The best way to cut what begins at `start` into so many parts. */
  cut(start: number, parts: number): Cut | undefined {
    const key = start * (maxParts + 1) + parts;
    if (!this.#cuts.has(key)) this.#cuts.set(key, parts === 1 ? this.#end(start) : this.#cutFirst(start, parts));
    return this.#cuts.get(key);
  }

  #cutFirst(start: number, parts: number): Cut | undefined {
    let best: Cut | undefined;
    for (let end = start + minPart; end <= this.#word.length - minPart * (parts - 1); end++) {
      const rest = this.cut(end, parts - 1);
      if (rest === undefined) continue;
      const first = this.#part(start, end);
      if (first === undefined) continue;
      const product = first.product * rest.product;
      if (product > (best?.product ?? 0)) best = { terms: [...first.terms, ...rest.terms], product };
    }
    return best;
  }

  /** The last part is a term already. */
  #end(start: number): Cut | undefined {
    const term = this.#word.slice(start);
    const product = this.#countOf(term);
    return product > 0 ? { terms: [term], product } : undefined;
  }

  #part(start: number, end: number): Cut | undefined {
    let best: Cut | undefined;
    for (const term of tokenize(this.#word.slice(start, end), this.#language)) {
      const product = this.#countOf(term);
      if (product > (best?.product ?? 0)) best = { terms: [term], product };
    }
    return best;
  }
}
