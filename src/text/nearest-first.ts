/** Names in the order in which somebody who wrote `wanted` may have meant them; equally like ones keep their order. */
export function nearestFirst<Named>(all: readonly Named[], wanted: string, nameOf: (it: Named) => string): Named[] {
  const pairs = pairsOf(wanted);
  const ranked = all.map((it) => ({ it, distance: distance(pairs, pairsOf(nameOf(it))) }));
  return ranked.toSorted((a, b) => a.distance - b.distance).map(({ it }) => it);
}

/** Share of pairs of letters that two names do not have in common: 0 for the same name. */
function distance(some: readonly string[], others: readonly string[]): number {
  const known = new Set(others);
  const common = some.filter((it) => known.has(it)).length;
  return 1 - (2 * common) / Math.max(1, some.length + others.length);
}

/** Longer names are told apart by their beginnings. */
const maxLength = 200;

function pairsOf(name: string): readonly string[] {
  const text = ` ${name.slice(0, maxLength).trim().toLowerCase()} `;
  return Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
}
