/**
 * What is good enough to post, best first: nothing unless the best reaches the threshold, since a weak match is worse
 * than none (microsoft/vscode#93360); then those that reach it too, `limit` at most. `found` is in order of rank.
 */
export function aboveThreshold<Found extends { readonly confidence: number }>(
  found: readonly Found[],
  threshold: number,
  limit: number,
): Found[] {
  const [best] = found;
  if (best === undefined || best.confidence < threshold) return [];
  return found.filter(({ confidence }) => confidence >= threshold).slice(0, limit);
}
