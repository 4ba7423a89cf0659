import { isContentsTitle, isEndTitle, isFaqTitle } from "./faq-title.ts";
import { looksLikeQuestion } from "./looks-like-question.ts";

/** From this share of question-like headings on, a depth is the one that questions stand at. */
const minQuestionShare = 1 / 3;

/** What it takes to know of a heading. */
interface CandidateHeading {
  readonly depth: number;
  readonly title: string;
  readonly hasMetadata: boolean;
  readonly hasOwn: boolean;
  /** Whether that is more than tables: a page of tables answers nothing. */
  readonly hasWords: boolean;
  readonly hasAnswer: boolean;
}

/** Which headings are entries. */
interface QuestionDepth {
  readonly depth: number;
  /** Whether they need not ask: in a FAQ, headings name problems as well. */
  readonly isNamed: boolean;
}

/**
 * The depth that questions stand at. What is marked says nothing of its neighbours: headings that were no questions do
 * not become some by our entries. In a file that `isFaq`, headings that name problems are entries as well, where hardly
 * any asks.
 */
export function questionDepth(headings: readonly CandidateHeading[], isFaq: boolean): QuestionDepth | undefined {
  const unmarked = headings.filter(({ hasMetadata }) => !hasMetadata);
  const askingDepth = depthOfQuestions(unmarked);
  const named = isFaq ? namedDepth(unmarked) : undefined;
  if (askingDepth === undefined || isFarFewer(askingDepth, named, unmarked)) {
    return named === undefined ? undefined : { depth: named, isNamed: true };
  }
  return { depth: askingDepth, isNamed: false };
}

/** Whether few headings ask, deep in the answers to many that do not. */
function isFarFewer(askingDepth: number, named: number | undefined, headings: readonly CandidateHeading[]): boolean {
  if (named === undefined || named >= askingDepth) return false;
  const questions = headings.filter(({ depth, title }) => depth === askingDepth && looksLikeQuestion(title)).length;
  return questions * 2 < headings.filter((it, i) => it.depth === named && counts(it, i)).length;
}

function depthOfQuestions(headings: readonly CandidateHeading[]): number | undefined {
  const byDepth = [...Map.groupBy(headings, ({ depth }) => depth)];
  const shares = byDepth.map(([depth, some]) => {
    const questions = some.filter(({ title, hasAnswer }) => hasAnswer && looksLikeQuestion(title)).length;
    return { depth, questions, share: questions / some.length };
  });
  const asking = shares.filter(({ questions, share }) => questions > 0 && share >= minQuestionShare);
  return asking.toSorted((a, b) => b.questions - a.questions || a.depth - b.depth)[0]?.depth;
}

/**
 * The depth of the headings that name problems: most have text of their own, and as many as not have nothing below; what
 * is deeper is part of answers then. Where nowhere it is so, the deepest at which most have text.
 */
function namedDepth(headings: readonly CandidateHeading[]): number | undefined {
  const counted = headings.filter(counts);
  const below = new Set(headings.filter((it, i) => (headings[i + 1]?.depth ?? 0) > it.depth));
  const depths = [...Map.groupBy(counted, ({ depth }) => depth)].toSorted(([a], [b]) => a - b);
  const textual = depths.filter(
    ([, some]) => some.filter(({ hasOwn }) => hasOwn).length > some.length / 2 && some.some(({ hasWords }) => hasWords),
  );
  const isLeaf = (it: CandidateHeading): boolean => it.hasOwn && !below.has(it);
  const found = textual.find(([, some]) => some.filter(isLeaf).length >= some.length / 2);
  return (found ?? textual.at(-1))?.[0];
}

/** The title of the page, its table of contents, and what closes it count for nothing. */
function counts({ title, hasAnswer }: CandidateHeading, at: number): boolean {
  if (!hasAnswer || title === "" || isContentsTitle(title) || isEndTitle(title)) return false;
  return at > 0 || !isFaqTitle(title);
}

/** Fewest titles over problems: a single heading with nothing but headings under it is an entry with a long answer. */
const minNamed = 2;

/**
 * Headings that are titles over entries which stand deeper: they say nothing themselves, and what stands under them asks;
 * or names a problem where the others do, and not what each of them names ("Symptoms").
 */
export function titlesOver<Heading extends CandidateHeading>(
  headings: readonly Heading[],
  found: QuestionDepth,
): ReadonlySet<Heading> {
  const titles = new Set<Heading>();
  const named = new Set<Heading>();
  const repeated = repeatedTitles(headings);
  for (const [i, it] of headings.entries()) {
    const [before, next] = [headings[i - 1], headings[i + 1]];
    const isUnder = it.depth > found.depth && before !== undefined && (titles.has(before) || named.has(before));
    if ((it.depth !== found.depth && !isUnder) || it.hasMetadata || it.hasOwn) continue;
    if (next === undefined || next.depth <= it.depth) continue;
    if (looksLikeQuestion(next.title)) titles.add(it);
    else if (found.isNamed && !looksLikeQuestion(it.title) && !repeated.has(next.title)) named.add(it);
  }
  return named.size >= minNamed ? new Set([...titles, ...named]) : titles;
}

function repeatedTitles(headings: readonly CandidateHeading[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(headings.flatMap(({ title }) => (seen.has(title) ? [title] : (seen.add(title), []))));
}
