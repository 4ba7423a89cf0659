/** Runs of the scripts that are written without spaces between words. */
export const unspacedRuns =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]+/gu;

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]/u;

/** Whether a text holds such a run. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** The segmenter looks at a whole string at once; short pieces keep its time linear. */
const pieceLength = 1_000;

/**
 * Adds to `terms` the words of a run of text written without spaces, and all pairs of neighbouring characters (with
 * their vowel signs and tones): dictionaries cut the same compound differently in different sentences, pairs do not.
 */
export function segment(run: string, terms: string[]): void {
  for (let start = 0; start < run.length; start += pieceLength) {
    const piece = run.slice(start, start + pieceLength);
    for (const { segment: word, isWordLike } of segmenter.segment(piece)) if (isWordLike === true) terms.push(word);
    addPairs(piece, terms);
  }
}

function addPairs(text: string, terms: string[]): void {
  let before = "";
  for (const [character] of text.matchAll(/\P{M}\p{M}*/gu)) {
    if (before !== "") terms.push(before + character);
    before = character;
  }
}
