/** Pieces between the joints of an identifier, a path or a flag. */
const joints = /[^\p{L}\p{N}\p{M}]+/u;

/** The humps of `parseHTTPBody2` are parse, HTTP, Body and 2. */
const humps = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}|\p{N}+|[\p{Lm}\p{Lt}]+/gu;

const version = /^v?\d+(?:\.\d+)+[\w.+-]*$/iu;

/** More pieces than this come from data, not from names. */
const mostParts = 24;

/**
 * The parts of a compound word in lower case: `useEffect` → use, effect; `ERR_MODULE_NOT_FOUND` → err, module, not,
 * found; `@scope/pkg` → scope, pkg; `--no-cache` → no-cache, no, cache; `v2.3.1` → 2.3.1.
 * A version is not cut into its numbers, which say nothing alone; single letters and digits are left out.
 */
export function splitIdentifier(word: string): string[] {
  if (version.test(word)) return /^v/iu.test(word) ? [word.slice(1).toLowerCase()] : [];
  const parts: string[] = [];
  if (/^--?\p{L}.*-/u.test(word)) parts.push(word.replace(/^-+/u, "").toLowerCase());
  for (const piece of word.split(joints, mostParts)) {
    const found = piece.match(humps) ?? [];
    if (found.length > 1) parts.push(piece.toLowerCase());
    for (const hump of found) if (hump.length > 1) parts.push(hump.toLowerCase());
  }
  return parts.slice(0, mostParts);
}
