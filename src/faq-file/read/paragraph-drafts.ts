import { findMetadata } from "../entry-metadata.ts";
import { answerStart, questionSign } from "./question-sign.ts";
import { findQuestion } from "./find-question.ts";
import type { QuestionSpan, BlockQuestions, Draft } from "./draft.ts";
import type { Block } from "./blocks.ts";
import type { Span } from "../faq-entry.ts";
import { isAnswered, itemDrafts, joinLists } from "./list-drafts.ts";
import { endsAsQuestion } from "./looks-like-question.ts";
import { sourceBlock } from "./entry-spans.ts";

/**
 * Entries without headings: a bold line, `Q:` with `A:`, a question alone on its line or in a quote, or the items of a
 * list that begin with a question. An answer goes on to its source line where it has one, else to the next question, line
 * across, or heading that is not far below those of sections, and never over one of the `others`, which are in order.
 */
export function paragraphDrafts(blocks: readonly Block[], text: string, others: readonly Span[]): Draft[] {
  const found = blocks.map((block): BlockQuestions => {
    return { block, question: findQuestion(block, text), items: itemDrafts(block, text) };
  });
  const joined = joinLists(found, text).map((it) => ({
    ...it,
    items: it.items.filter((item) => isAnswered(item, text)),
  }));
  const all = withFewerQuotes(joined);
  const deepest = sectionDepth(all) + 1;
  const drafts: Draft[] = [];
  let at = 0;
  for (let i = 0; i < all.length; i++) {
    const { block, question, items } = all[i] ?? {};
    drafts.push(...(items ?? []));
    if (block === undefined || question === undefined) continue;
    while ((others[at]?.start ?? Infinity) <= block.start) at++;
    const until = others[at]?.start ?? Infinity;
    const last = sourceBlock(blocks, i, question.questionEnd, text) ?? lastOfAnswer(all, i, { deepest, until });
    drafts.push(...toDraft(block, question, blocks[last]?.end ?? block.end, text));
    i = last;
  }
  return drafts;
}

/** A quote that asks in a file whose questions stand elsewhere is somebody's words in an answer. */
function withFewerQuotes(all: readonly BlockQuestions[]): readonly BlockQuestions[] {
  const quoted = all.filter(({ question }) => question?.shape === "quote").length;
  const others = all.reduce(
    (sum, { question, items }) => sum + items.length + (question === undefined ? 0 : 1),
    -quoted,
  );
  if (quoted > others) return all;
  return all.map((it) =>
    it.question?.shape === "quote" && isUnsigned(it.question.question) ? { ...it, question: undefined } : it,
  );
}

function isUnsigned(question: string): boolean {
  return questionSign(question) === 0 && endsAsQuestion(question);
}

function lastOfAnswer(
  all: readonly BlockQuestions[],
  question: number,
  { deepest, until }: { readonly deepest: number; readonly until: number },
): number {
  let last = question;
  for (const next of all.slice(question + 1, question + 5_000)) {
    if (next.block.start >= until || endsAnswer(next, deepest)) break;
    last++;
  }
  return last;
}

function endsAnswer({ block: { node, heading }, question, items }: BlockQuestions, deepest: number): boolean {
  if (heading !== undefined) return heading.depth <= deepest;
  return node.type === "thematicBreak" || items.length > 0 || question !== undefined;
}

/** How deep the headings of sections are: those before the first question, and those right before another. */
function sectionDepth(all: readonly BlockQuestions[]): number {
  const isQuestion = (it: BlockQuestions | undefined): boolean =>
    it?.question !== undefined || (it?.items.length ?? 0) > 0;
  const first = all.findIndex(isQuestion);
  const depths = all.map(({ block }, i) => (i < first || isQuestion(all[i + 1]) ? (block.heading?.depth ?? 1) : 1));
  return depths.reduce((deepest, depth) => Math.max(deepest, depth), 1);
}

function toDraft(block: Block, question: QuestionSpan, end: number, text: string): Draft[] {
  const comment = findMetadata(text, question.questionEnd, end, 0);
  const start = answerStart(text, comment?.end ?? question.questionEnd, end);
  if (text.slice(start, end).trim() === "") return [];
  const place = { start: block.start, end, answerStart: start, answerEnd: end };
  return [{ ...question, anchor: block.ownAnchor ?? "", ...place }];
}
