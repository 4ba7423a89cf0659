/** How alike two lines of text are by their runs of three characters, which spelling and inflection hardly change. */
export interface Likeness {
  /** Share of the second's runs that the first has. */
  readonly ofSecond: number;
  /** Share of the first's different runs that the second has. */
  readonly ofFirst: number;
}

/** A title is a line; what is longer was pasted. */
const longestLine = 300;

/**
 * Compares many lines to one.
 * @see Damashek: Gauging Similarity with n-Grams: Language-Independent Categorization of Text (1995)
 */
export function likenessTo(first: string): (second: string) => Likeness {
  const places = new Map<number, number>();
  forEachRun(first, (run) => {
    if (!places.has(run)) places.set(run, places.size);
  });
  /** By place of a run of the first: the last line that had it. */
  const lastSeen = new Uint32Array(places.size);
  let line = 0;
  return (second) => {
    line++;
    let [runs, shared, covered] = [0, 0, 0];
    forEachRun(second, (run) => {
      runs++;
      const place = places.get(run);
      if (place === undefined) return;
      shared++;
      if (lastSeen[place] !== line) covered++;
      lastSeen[place] = line;
    });
    return { ofSecond: shared / Math.max(1, runs), ofFirst: covered / Math.max(1, places.size) };
  };
}

/** Runs stay within words, of which the ends count as characters. They are numbers, which are quicker than texts. */
function forEachRun(line: string, found: (run: number) => void): void {
  const text = line.slice(0, longestLine).toLowerCase();
  let [before, last] = [end, end];
  for (let i = 0; i <= text.length; i++) {
    const next = i < text.length ? letterAt(text, i) : end;
    if (last !== end) found(Math.imul(before, 0x01000193) ^ Math.imul(last, 0x10001) ^ next);
    before = last;
    last = next;
  }
}

const end = 0;

/** By code unit: 0 not asked yet, 1 no letter or digit, 2 one. */
const classes = new Uint8Array(0x10000);

/** The letter or digit there; `end` for anything else. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (classes[code] === 0) classes[code] = /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? 2 : 1;
  return classes[code] === 2 ? code : end;
}
