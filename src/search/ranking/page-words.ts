import type { WordEvidence } from "./word-evidence.ts";
import type { QueryTerm } from "./weigh-terms.ts";

/**
 * For each row what the sections of its page have of the question together: each term at the section that has most of
 * it, as a share of the best page. The words of one question are often scattered over the sections of one page.
 */
export function scorePages(query: readonly QueryTerm[], words: WordEvidence, groups: readonly string[]): Float64Array {
  const numbers = new Map<string, number>();
  const pages = Uint32Array.from(groups, (group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
  const scores = new Float64Array(numbers.size);
  const most = new Float64Array(numbers.size);
  for (let place = 0; place < query.length; place++) {
    most.fill(0);
    for (let row = 0; row < pages.length; row++) {
      const page = pages[row] ?? 0;
      most[page] = Math.max(most[page] ?? 0, words.part(row, place));
    }
    for (let page = 0; page < scores.length; page++) scores[page] = (scores[page] ?? 0) + (most[page] ?? 0);
  }
  const best = scores.reduce((highest, score) => Math.max(highest, score), Number.MIN_VALUE);
  return Float64Array.from(pages, (page) => (scores[page] ?? 0) / best);
}
