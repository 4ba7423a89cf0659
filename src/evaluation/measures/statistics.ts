/** Standard normal quantiles: two-sided 95 %, and one-sided 80 %. */
export const z95 = 1.96;
export const z80 = 0.8416;

/**
 * Between what a share may truly lie that was seen `hits` times of `n`: Wilson's score interval, which stays sensible
 * for few cases and for shares near 0 and 1. From 0 to 1 where nothing was seen.
 *
 * @see https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
 */
export function wilson(hits: number, n: number, z: number): { readonly low: number; readonly high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const share = hits / n;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const margin = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return { low: Math.max(0, middle - margin), high: Math.min(1, middle + margin) };
}

/** The smallest of the values that at least this share (0 to 1) of them do not exceed; undefined for none. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
