import type { KnowledgeItem } from "../../core/knowledge.ts";
import type { Ranked } from "./rank.ts";

/** Two sections of one page are both shown when the second scores at least this share of the first. */
const nearScore = 0.9;
const mostPerPage = 2;

/**
 * The results worth showing side by side, best first: of one page only the best section, unless another scores about
 * as well and is about something else. Of items that say the same under another address only the first.
 */
export function pick(results: readonly Ranked[], limit: number): Ranked[] {
  const picked: Ranked[] = [];
  for (const result of results) {
    if (picked.length >= limit) break;
    if (isWorthShowing(result, picked)) picked.push(result);
  }
  return picked;
}

function isWorthShowing(result: Ranked, picked: readonly Ranked[]): boolean {
  if (picked.some(({ item }) => saysTheSame(item, result.item))) return false;
  const samePage = picked.filter(({ item }) => item.group === result.item.group);
  const best = samePage[0];
  if (best === undefined) return true;
  return samePage.length < mostPerPage && result.score >= nearScore * best.score && !isNested(best.item, result.item);
}

function saysTheSame(a: KnowledgeItem, b: KnowledgeItem): boolean {
  return a.title === b.title && a.body === b.body && a.answer === b.answer && a.code === b.code;
}

/** Whether one section stands inside the other, or both bear the same heading. */
function isNested(a: KnowledgeItem, b: KnowledgeItem): boolean {
  return a.title === b.title || a.context.includes(b.title) || b.context.includes(a.title);
}
