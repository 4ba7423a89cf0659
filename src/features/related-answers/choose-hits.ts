import type { Hit } from "../../core/knowledge.ts";
import type { ThresholdInForce } from "../../core/suggestion.ts";
import { threadNumberOf } from "../../core/knowledge-items.ts";

export interface Choice {
  /** Best first; empty means: say nothing. */
  readonly chosen: readonly Hit[];
  readonly because: string;
}

/** What is good enough to post, at most `limit`, and why that, with the threshold and where it comes from. */
export function chooseHits(hits: readonly Hit[], threshold: ThresholdInForce, limit: number): Choice {
  const best = hits[0];
  if (!best) return { chosen: [], because: "nothing was found" };
  const sure = best.confidence.toFixed(2);
  const shown = `threshold ${threshold.value} (${threshold.because})`;
  const chosen = aboveThreshold(hits, threshold.value, limit);
  if (chosen.length === 0) {
    return { chosen, because: `the best match is ${best.item.id} at ${sure}, below the ${shown}` };
  }
  return { chosen, because: `found ${chosen.map(({ item }) => item.id).join(", ")} at ${sure}, ${shown}` };
}

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

/**
 * Where a FAQ entry and the thread it was promoted from were both found, the entry alone, in the better place of the two
 * and with the better confidence: it is the same answer, reviewed.
 */
export function preferEntries(hits: readonly Hit[]): Hit[] {
  const entries = new Map(
    hits.flatMap((hit) => (hit.item.source === undefined ? [] : [[hit.item.source, hit] as const])),
  );
  const taken = new Set<Hit>();
  return hits.flatMap((hit) => {
    const entry = entries.get(hit.item.source ?? threadNumberOf(hit.item.id) ?? 0);
    if (entry === undefined) return [hit];
    if (taken.has(entry)) return [];
    taken.add(entry);
    return [{ ...entry, confidence: Math.max(entry.confidence, hit.confidence) }];
  });
}

/** Marks entries that are stale; the config lets them be suggested all the same, and the post says so. */
export function markStale(hits: readonly Hit[], stale: ReadonlySet<string>): Hit[] {
  return hits.map((hit) => (stale.has(hit.item.id) ? { ...hit, item: { ...hit.item, retired: "stale" } } : hit));
}
