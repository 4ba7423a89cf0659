import type { EntryEvidence } from "../../core/faq-store.ts";
import type { Hit } from "../../core/knowledge.ts";

/** Entries that are stale, and suggested all the same by the config, say so of themselves. */
export function tellStale(hits: readonly Hit[], evidence: readonly EntryEvidence[]): Hit[] {
  const stale = new Set(evidence.filter((it) => it.stale.length > 0).map(({ item }) => item));
  return hits.map((hit) => (stale.has(hit.item.id) ? { ...hit, item: { ...hit.item, retired: "stale" } } : hit));
}
