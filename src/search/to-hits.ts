import type { Hit, KnowledgeItem } from "../core/knowledge.ts";
import { excerpt } from "./excerpt.ts";
import { markCode } from "./mark-code.ts";
import type { Found } from "./find.ts";

/**
 * What was found with its texts, in the same order, each with an excerpt around the words that matched. What has no
 * item any more is left out: it went between finding and reading.
 */
export function toHits(found: readonly Found[], items: readonly KnowledgeItem[]): Hit[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return found.flatMap((it) => {
    const item = byId.get(it.entry.id);
    return item === undefined ? [] : [toHit(it, item)];
  });
}

function toHit({ score, parts, confidence, terms }: Found, item: KnowledgeItem): Hit {
  const masses = new Map(terms.map((it) => [it.stem, it.score]));
  return {
    item,
    score,
    parts,
    confidence,
    terms: terms.map(({ term, fields, score: part }) => ({ term, fields, score: part })),
    excerpt: markCode(excerpt(item, masses), item.inlineCode ?? []),
  };
}
