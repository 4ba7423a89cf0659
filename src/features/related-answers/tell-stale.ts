import type { Hit } from "../../core/knowledge.ts";

/** Entries that are stale, and suggested all the same by the config, say so of themselves. */
export function tellStale(hits: readonly Hit[], stale: ReadonlySet<string>): Hit[] {
  return hits.map((hit) => (stale.has(hit.item.id) ? { ...hit, item: { ...hit.item, retired: "stale" } } : hit));
}
