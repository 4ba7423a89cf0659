import type { KnowledgeEntry } from "../../core/knowledge.ts";
import type { Ranked } from "./rank.ts";

/** A second section of a page is a result too when it has at least this share of the first one's score. */
const nearScore = 0.9;
const maxPerPage = 2;

/**
 * The results to show together, best first: of one page only the best section, unless another has about the same score
 * and another heading. Of items with the same texts under several addresses only the first.
 */
export function diversify<Result extends Pick<Ranked, "slot" | "entry" | "score">>(
  results: readonly Result[],
  limit: number,
  fingerprint: (slot: number) => number,
): Result[] {
  const picked: Result[] = [];
  const seen = new Set<number>();
  for (const result of results) {
    if (picked.length >= limit) break;
    const texts = fingerprint(result.slot);
    if (seen.has(texts) || !differsFromPage(result, picked)) continue;
    seen.add(texts);
    picked.push(result);
  }
  return picked;
}

function differsFromPage(
  result: Pick<Ranked, "entry" | "score">,
  picked: readonly Pick<Ranked, "entry" | "score">[],
): boolean {
  const samePage = picked.filter(({ entry }) => entry.group === result.entry.group);
  const best = samePage[0];
  if (best === undefined) return true;
  return samePage.length < maxPerPage && result.score >= nearScore * best.score && !isNested(best.entry, result.entry);
}

/** Whether one section stands inside the other, or both bear the same heading. */
function isNested(a: KnowledgeEntry, b: KnowledgeEntry): boolean {
  return a.title === b.title || a.context.includes(b.title) || b.context.includes(a.title);
}
