/** Names in the order in which somebody who wrote `wanted` may have meant them. */
export function nearestFirst<Named>(all: readonly Named[], wanted: string, name: (it: Named) => string): Named[] {
  const [pairs, ...others] = [wanted, ...all.map(name)].map(pairsOf);
  const ranked = all.map((it, i) => ({ it, distance: distance(pairs ?? [], others[i] ?? []) }));
  return ranked.toSorted((a, b) => a.distance - b.distance).map(({ it }) => it);
}

/** Share of pairs of letters that two names do not have in common: 0 for the same name. */
function distance(some: readonly string[], others: readonly string[]): number {
  const known = new Set(others);
  const common = some.filter((it) => known.has(it)).length;
  return 1 - (2 * common) / Math.max(1, some.length + others.length);
}

function pairsOf(name: string): readonly string[] {
  const text = ` ${name.slice(0, 300).trim().toLowerCase()} `;
  return Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
}
