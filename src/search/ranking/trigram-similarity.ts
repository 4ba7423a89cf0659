/** How similar two lines of text are by their trigrams, which spelling and inflection hardly change. */
export interface TrigramSimilarity {
  /** Share of the second's trigrams that the first has. */
  readonly ofSecond: number;
  /** Share of the first's distinct trigrams that the second has. */
  readonly ofFirst: number;
}

/** A title is a line; what is longer was pasted. */
const maxLineLength = 300;

/**
 * Compares many lines with one.
 * @see Damashek: Gauging Similarity with n-Grams: Language-Independent Categorization of Text (1995)
 */
export function trigramSimilarityTo(first: string): (second: string) => TrigramSimilarity {
  const places = new Map<number, number>();
  forEachTrigram(first, (trigram) => {
    if (!places.has(trigram)) places.set(trigram, places.size);
  });
  /** By place of a trigram of the first: the last line that had it. */
  const lastSeen = new Uint32Array(places.size);
  let line = 0;
  return (second) => {
    line++;
    let [count, shared, covered] = [0, 0, 0];
    forEachTrigram(second, (trigram) => {
      count++;
      const place = places.get(trigram);
      if (place === undefined) return;
      shared++;
      if (lastSeen[place] !== line) covered++;
      lastSeen[place] = line;
    });
    return { ofSecond: shared / Math.max(1, count), ofFirst: covered / Math.max(1, places.size) };
  };
}

/** Trigrams stay within words, of which the ends count as characters. They are numbers, which are faster than texts. */
function forEachTrigram(line: string, visit: (trigram: number) => void): void {
  const text = line.slice(0, maxLineLength).toLowerCase();
  let [before, last] = [end, end];
  for (let i = 0; i <= text.length; i++) {
    const next = i < text.length ? letterAt(text, i) : end;
    if (last !== end) visit(Math.imul(before, 0x01000193) ^ Math.imul(last, 0x10001) ^ next);
    before = last;
    last = next;
  }
}

const end = 0;

/** By code unit: 0 not classified yet, 1 no letter or digit, 2 one. */
const classes = new Uint8Array(0x10000);

/** The letter or digit there; `end` for anything else. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (classes[code] === 0) classes[code] = /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 2 : 1;
  return classes[code] === 2 ? code : end;
}
