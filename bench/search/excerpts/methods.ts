import type { KnowledgeItem } from "../../../src/core/knowledge.ts";
import { excerpt } from "../../../src/search/excerpt/excerpt.ts";
import { tokenize } from "../../../src/search/words/tokenize.ts";

/** Shows a stretch of an item; `weights` says what each term of the question counts. */
export type Method = (item: KnowledgeItem, weights: ReadonlyMap<string, number>) => string;

/** Length of what a method may show. */
const length = 240;

/** Ours, and two that one would begin with. */
export const methods: Readonly<Record<string, Method>> = {
  "the beginning": (item) => textOf(item).slice(0, length),
  "densest window": (item, weights) => densestWindow(textOf(item), weights),
  Frontdesk: excerpt,
};

function textOf({ body, code, answer }: KnowledgeItem): string {
  return [answer, body, code].filter((it) => it !== "").join("\n");
}

/** The window of words that has the most weight of terms, each counted once. */
function densestWindow(text: string, weights: ReadonlyMap<string, number>): string {
  const starts = [...text.matchAll(/\S+/gu)].map(({ index }) => index);
  let best = "";
  let bestWeight = -1;
  for (const start of starts) {
    const window = text.slice(start, start + length);
    let weight = 0;
    for (const term of new Set(tokenize(window))) weight += weights.get(term) ?? 0;
    if (weight <= bestWeight) continue;
    best = window;
    bestWeight = weight;
  }
  return best;
}
