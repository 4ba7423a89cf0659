import type { Block } from "./blocks.ts";
import { isClosingTitle } from "./closing-blocks.ts";
import type { Draft } from "./draft.ts";
import { isContentsTitle, isEndTitle } from "./faq-title.ts";
import { headingScopes, type HeadingScope } from "./heading-scopes.ts";
import { looksLikeQuestion } from "./looks-like-question.ts";
import { questionDepth, titlesOver } from "./question-depth.ts";
import { questionSign } from "./question-sign.ts";

export interface HeadingDrafts {
  readonly drafts: readonly Draft[];
  /** Whether hardly any heading is a question: those without metadata name problems then. */
  readonly isNamed: boolean;
}

/**
 * Entries whose question is a heading. The depth that questions stand at is the one where most headings read like
 * questions; all headings of that depth are entries then, for "Broken images" among questions is one too, but not the
 * title over questions that stand deeper. Above it, a heading is an entry when it reads like a question and has an
 * answer of its own. In a file that `isFaq`, headings need not ask.
 */
export function headingDrafts(blocks: readonly Block[], text: string, isFaq: boolean): HeadingDrafts {
  const scopes = headingScopes(blocks, text);
  const found = questionDepth(scopes, isFaq);
  const titles = found === undefined ? new Set<HeadingScope>() : titlesOver(scopes, found);
  const isSigned = found !== undefined && areSigned(scopes, found.depth);
  let under = 7;
  const entries = scopes.flatMap((it, i): HeadingScope[] => {
    if (it.depth <= under) under = 7;
    if (titles.has(it)) under = Math.min(under, it.depth);
    if (it.title === "") return [];
    if (it.hasMetadata) return [it];
    if (found === undefined || titles.has(it) || !it.hasAnswer || isContentsTitle(it.title)) return [];
    if (isSigned && questionSign(it.title) === 0 && !looksLikeQuestion(it.title)) return [];
    if (it.depth === found.depth || under < it.depth) return [it];
    const isAbove = it.depth < found.depth && looksLikeQuestion(it.title) && it.hasOwn && (i > 0 || it.depth > 1);
    return isAbove ? [{ ...it, end: it.ownEnd }] : [];
  });
  return { drafts: withoutEnd(outermost(entries)).map(toDraft), isNamed: found?.isNamed ?? true };
}

function toDraft({ block, title, anchor, slug, end, isHtml }: HeadingScope): Draft {
  const place = { start: block.start, end, questionEnd: block.end, answerStart: block.end, answerEnd: end };
  const shape = block.isQuoted === true ? "quote" : isHtml ? "html" : "heading";
  return { shape, question: title, anchor, ...(slug !== anchor && { slug }), ...place };
}

/** Whether the questions of a depth have signs (`Q:`), so that what has none is something else. */
function areSigned(scopes: readonly HeadingScope[], depth: number): boolean {
  const some = scopes.filter((it) => it.depth === depth && it.hasAnswer && !it.hasMetadata);
  return some.length > 2 && some.filter(({ title }) => questionSign(title) > 0).length > some.length / 2;
}

/** Without those behind the last entry that close the page: "Contact", "Related docs", "Still have questions?". */
function withoutEnd(entries: readonly HeadingScope[]): readonly HeadingScope[] {
  const closes = (title: string): boolean => isEndTitle(title) || (isClosingTitle(title) && !looksLikeQuestion(title));
  const last = entries.findLastIndex(({ hasMetadata, title }) => hasMetadata || !closes(title));
  return entries.slice(0, last + 1);
}

/** Those that no earlier one contains. */
function outermost(scopes: readonly HeadingScope[]): HeadingScope[] {
  let end = 0;
  return scopes.filter((it) => {
    const isOuter = it.block.start >= end;
    if (isOuter) ({ end } = it);
    return isOuter;
  });
}
