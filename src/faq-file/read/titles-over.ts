import { looksLikeQuestion } from "./looks-like-question.ts";
import type { Placed, QuestionDepth } from "./question-depth.ts";

/** Fewest titles over problems: a single heading with nothing but headings under it is an entry with a long answer. */
const fewestNamed = 2;

/**
 * Headings that are titles over entries which stand deeper: they say nothing themselves, and what stands under them asks;
 * or names a problem where the others do, and not what each of them names ("Symptoms").
 */
export function titlesOver<Heading extends Placed>(
  headed: readonly Heading[],
  found: QuestionDepth,
): ReadonlySet<Heading> {
  const titles = new Set<Heading>();
  const named = new Set<Heading>();
  const repeated = repeatedTitles(headed);
  for (const [i, it] of headed.entries()) {
    const [before, next] = [headed[i - 1], headed[i + 1]];
    const isUnder = it.depth > found.depth && before !== undefined && (titles.has(before) || named.has(before));
    if ((it.depth !== found.depth && !isUnder) || it.isMarked || it.hasOwn) continue;
    if (next === undefined || next.depth <= it.depth) continue;
    if (looksLikeQuestion(next.title)) titles.add(it);
    else if (found.isNamed && !looksLikeQuestion(it.title) && !repeated.has(next.title)) named.add(it);
  }
  return named.size >= fewestNamed ? new Set([...titles, ...named]) : titles;
}

function repeatedTitles(headed: readonly Placed[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(headed.flatMap(({ title }) => (seen.has(title) ? [title] : (seen.add(title), []))));
}
