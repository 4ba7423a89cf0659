import { threadNumberOf } from "../../core/knowledge-items.ts";
import type { Hit } from "../../core/knowledge.ts";

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
