/**
 * The one of these names that is meant: the same to the letter, or else the only one that is the same without case,
 * signs and emoji, or else the only one that begins with these words: `p2` is `P2 (medium)`. Undefined where none or
 * several are meant.
 */
export function findLoosely<Named>(
  all: readonly Named[],
  wanted: string,
  nameOf: (it: Named) => string,
): Named | undefined {
  const exact = all.find((it) => nameOf(it) === wanted);
  if (exact) return exact;
  const words = plain(wanted);
  if (words === "") return undefined;
  const same = all.filter((it) => plain(nameOf(it)) === words);
  const begins = same.length > 0 ? same : all.filter((it) => plain(nameOf(it)).startsWith(`${words} `));
  return begins.length === 1 ? begins[0] : undefined;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
