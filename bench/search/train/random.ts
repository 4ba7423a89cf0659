/** Mulberry32, a small generator of which the same seed gives the same numbers. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Some values of a list, each drawn anew. */
export function sample<T>(from: readonly T[], count: number, random: () => number): T[] {
  const drawn = Array.from({ length: Math.min(count, from.length) }, () => from[Math.floor(random() * from.length)]);
  return drawn.filter((value) => value !== undefined);
}
