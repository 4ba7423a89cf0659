import type { KnowledgeEntry } from "../../core/knowledge.ts";
import type { Ranked } from "./rank.ts";

/** Two sections of one page are both shown when the second scores at least this share of the first. */
const nearScore = 0.9;
const mostPerPage = 2;

/**
 * The results worth showing side by side, best first: of one page only the best section, unless another scores about
 * as well and is about something else. Of items that say the same under another address only the first.
 */
export function pick<Result extends Pick<Ranked, "slot" | "entry" | "score">>(
  results: readonly Result[],
  limit: number,
  fingerprint: (slot: number) => number,
): Result[] {
  const picked: Result[] = [];
  const said = new Set<number>();
  for (const result of results) {
    if (picked.length >= limit) break;
    const says = fingerprint(result.slot);
    if (said.has(says) || !differsFromPage(result, picked)) continue;
    said.add(says);
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
  return samePage.length < mostPerPage && result.score >= nearScore * best.score && !isNested(best.entry, result.entry);
}

/** Whether one section stands inside the other, or both bear the same heading. */
function isNested(a: KnowledgeEntry, b: KnowledgeEntry): boolean {
  return a.title === b.title || a.context.includes(b.title) || b.context.includes(a.title);
}
