/** Something with the terms that tell what it is about. */
export interface Termed {
  readonly terms: ReadonlyMap<string, string>;
}

/** Things that are about the same, and the terms they share, the most telling first. */
export interface Cluster<Item> {
  readonly items: readonly Item[];
  readonly terms: readonly string[];
}

/** Two that are less alike than this (cosine, 0 to 1) are about different things: two rare words in common, among some others, are as much. */
const minLikeness = 0.2;
/** A cluster tells of so many of its terms. */
const maxTerms = 5;

/**
 * Items in clusters by what their terms have in common, where a term counts the more the fewer items have it (IDF: Spärck
 * Jones 1972, doi.org/10.1108/eb026526). Two clusters are joined while their items are alike on average, the most alike
 * first: agglomerative clustering by average linkage, which makes no chains. Only clusters of two and more, the largest
 * first; each item is in one at most. Time grows with the square of the items.
 */
export function clusterByTerms<Item extends Termed>(items: readonly Item[]): readonly Cluster<Item>[] {
  const weights = idfOf(items);
  const vectors = items.map(({ terms }) => normalized(terms, weights));
  const groups = join(vectors);
  return groups
    .filter((group) => group.length > 1)
    .map((group) => {
      const members = group.flatMap((i) => items[i] ?? []);
      return { items: members, terms: sharedTerms(members, weights) };
    })
    .filter(({ terms }) => terms.length > 0)
    .sort((a, b) => b.items.length - a.items.length);
}

/** By term: what it counts. */
type Weights = ReadonlyMap<string, number>;

function idfOf(items: readonly Termed[]): Weights {
  const counts = new Map<string, number>();
  for (const { terms } of items) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, Math.log(1 + items.length / count)]));
}

function normalized(terms: Termed["terms"], weights: Weights): Weights {
  const length = Math.hypot(...[...terms.keys()].map((it) => weights.get(it) ?? 0));
  return new Map([...terms.keys()].map((it) => [it, (weights.get(it) ?? 0) / (length || 1)]));
}

function likeness(one: Weights, other: Weights): number {
  let sum = 0;
  for (const [term, weight] of one) sum += weight * (other.get(term) ?? 0);
  return sum;
}

/** Indexes in groups. The likeness of two groups is the mean of that of their items, kept up as they are joined. */
function join(vectors: readonly Weights[]): readonly (readonly number[])[] {
  const groups: (number[] | undefined)[] = vectors.map((_, i) => [i]);
  const sums = vectors.map((one, i) => Float64Array.from(vectors, (other, j) => (i === j ? 0 : likeness(one, other))));
  for (;;) {
    const best = mostAlike(groups, sums);
    if (!best) return groups.filter((it) => it !== undefined);
    const [i, j] = best;
    const [into, from] = [sums[i], sums[j]];
    groups[i] = [...(groups[i] ?? []), ...(groups[j] ?? [])];
    groups[j] = undefined;
    for (let k = 0; k < sums.length; k++) {
      const sum = (into?.[k] ?? 0) + (from?.[k] ?? 0);
      if (into) into[k] = sum;
      const row = sums[k];
      if (row) row[i] = sum;
    }
  }
}

function mostAlike(groups: readonly (readonly number[] | undefined)[], sums: readonly Float64Array[]) {
  let best: readonly [number, number] | undefined;
  let most = minLikeness;
  for (let i = 0; i < groups.length; i++) {
    const one = groups[i];
    if (!one) continue;
    for (let j = i + 1; j < groups.length; j++) {
      const other = groups[j];
      const mean = other ? (sums[i]?.[j] ?? 0) / (one.length * other.length) : 0;
      if (mean > most) [best, most] = [[i, j], mean];
    }
  }
  return best;
}

/** The terms that most of a cluster have, by their weight, as they are written most often. */
function sharedTerms(members: readonly Termed[], weights: Weights): readonly string[] {
  const written = new Map<string, string[]>();
  for (const { terms } of members) {
    for (const [term, word] of terms) written.set(term, [...(written.get(term) ?? []), word]);
  }
  return [...written]
    .filter(([, words]) => words.length > members.length / 2 && words.length > 1)
    .map(([term, words]) => ({ word: mostFrequent(words), weight: (weights.get(term) ?? 0) * words.length }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word)
    .filter((word, i, words) => words.indexOf(word) === i && !words.some((it) => isPartOf(word, it)))
    .slice(0, maxTerms);
}

/** Whether a word is a part of another one that is compound, and tells nothing beside it. */
function isPartOf(word: string, other: string): boolean {
  return word !== other && other.split(/[^\p{L}\p{N}]/u).includes(word);
}

function mostFrequent(words: readonly string[]): string {
  const counts = [...Map.groupBy(words, (it) => it)].map(([word, same]) => ({ word, count: same.length }));
  return counts.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))[0]?.word ?? "";
}
