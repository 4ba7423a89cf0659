import { metadataPrefix, findMetadata, findSourceLine, readMetadata } from "../entry-metadata.ts";
import type { Span } from "../faq-entry.ts";
import type { Block } from "./blocks.ts";
import type { Draft } from "./draft.ts";
import { findQuestion } from "./find-question.ts";
import { looksLikeQuestion } from "./looks-like-question.ts";

/** The spans of entries with metadata and a source line: nothing in their answers is a question of its own. */
export function entrySpans(blocks: readonly Block[], text: string): readonly Span[] {
  const spans: Span[] = [];
  if (!text.includes(metadataPrefix)) return spans;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    const questionEnd = block === undefined ? undefined : questionEndOf(block, text);
    const last = questionEnd === undefined ? undefined : sourceBlock(blocks, i, questionEnd, text);
    if (block === undefined || last === undefined) continue;
    spans.push({ start: block.start, end: blocks[last]?.end ?? block.end });
    i = last;
  }
  return spans;
}

/** Where the question of a block ends, if it asks one. */
function questionEndOf(block: Block, text: string): number | undefined {
  return block.heading === undefined ? findQuestion(block, text)?.questionEnd : block.end;
}

/** Details that ask something, so that headings in them are part of an answer; others may hold a whole FAQ. */
export function asks({ question, questionEnd, answerEnd }: Draft, text: string): boolean {
  return looksLikeQuestion(question) || findMetadata(text, questionEnd, answerEnd, 0) !== undefined;
}

/**
 * Index of the last block of the entry whose question is in block `at`: the last source line of its thread before the
 * next entry with metadata. Undefined where the entry has no such line. All blocks between are the answer.
 */
export function sourceBlock(
  blocks: readonly Block[],
  at: number,
  questionEnd: number,
  text: string,
): number | undefined {
  const comment = findMetadata(text, questionEnd, text.length, 0);
  const thread =
    comment === undefined ? undefined : readMetadata(text.slice(comment.start, comment.end)).source?.thread;
  if (comment === undefined || thread === undefined) return undefined;
  let found: number | undefined;
  for (let i = at + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined) break;
    const { node, start, end } = block;
    // A metadata comment is a block of its own, or the end of the block with the question.
    const isOther = start > comment.end && /^(?:<!--|\{\/\*) frontdesk:faq:/u.test(text.slice(start, start + 20));
    if (isOther || (start > comment.end && node.type === "paragraph" && hasMetadata(text.slice(start, end)))) break;
    if (node.type === "paragraph" && findSourceLine(text.slice(start, end).trimEnd(), thread) === 0) found = i;
  }
  return found;
}

function hasMetadata(paragraph: string): boolean {
  return /(?:<!--|\{\/\*) frontdesk:faq:/u.test(paragraph);
}
