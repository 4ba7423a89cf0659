import { tokenize } from "../../../search/words/tokenize.ts";
import { fnv1a, mixBits } from "../../../text/fnv.ts";

/**
 * How many hashes of a text are kept: with 64, the standard error is about six percent for two that share half their
 * words.
 */
const minhashSize = 64;

/**
 * The MinHash of a text's words: the smallest of their hashes (bottom-k). Two texts are as alike as these.
 * @see Broder: On the resemblance and containment of documents (1997)
 */
export function minhashOf(text: string): readonly number[] {
  const hashes = new Set(tokenize(text).map(hashOf));
  return [...hashes].toSorted((a, b) => a - b).slice(0, minhashSize);
}

/** Share of words that two texts have in common, by their MinHashes: 1 for the same, 1 for two without words. */
export function resemblance(some: readonly number[], others: readonly number[]): number {
  const smallest = [...new Set([...some, ...others])].toSorted((a, b) => a - b).slice(0, minhashSize);
  if (smallest.length === 0) return 1;
  const [first, second] = [new Set(some), new Set(others)];
  return smallest.filter((it) => first.has(it) && second.has(it)).length / smallest.length;
}

/** Mixed, since only the smallest are kept. */
function hashOf(word: string): number {
  return mixBits(fnv1a(word));
}
