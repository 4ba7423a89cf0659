import { anyMark, findMark, findSourceLine, readMarks } from "../entry-metadata.ts";
import type { Span } from "../faq-entry.ts";
import type { Block } from "./blocks.ts";
import type { Draft } from "./draft.ts";
import { askedIn } from "./find-question.ts";
import { looksLikeQuestion } from "./looks-like-question.ts";

/** What entries with a mark and a source line take up: whatever stands in their answers asks nothing of its own. */
export function claimsOf(blocks: readonly Block[], text: string): readonly Span[] {
  const claims: Span[] = [];
  if (!text.includes(anyMark)) return claims;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    const asked = block === undefined ? undefined : questionEndOf(block, text);
    const last = asked === undefined ? undefined : sourceBlock(blocks, i, asked, text);
    if (block === undefined || last === undefined) continue;
    claims.push({ start: block.start, end: blocks[last]?.end ?? block.end });
    i = last;
  }
  return claims;
}

/** Where the question of a block ends, if it asks one. */
function questionEndOf(block: Block, text: string): number | undefined {
  return block.heading === undefined ? askedIn(block, text)?.questionEnd : block.end;
}

/** Details that ask something, so that headings in them are part of an answer; others may hold a whole FAQ. */
export function asks({ question, questionEnd, answerEnd }: Draft, text: string): boolean {
  return looksLikeQuestion(question) || findMark(text, questionEnd, answerEnd, 0) !== undefined;
}

/**
 * Place of the block that ends the entry asked in block `at`: the last source line of its thread before another entry
 * that is marked. Undefined where the entry has no such line. What stands between is the answer, whatever it looks like.
 */
export function sourceBlock(
  blocks: readonly Block[],
  at: number,
  questionEnd: number,
  text: string,
): number | undefined {
  const mark = findMark(text, questionEnd, text.length, 0);
  const thread = mark === undefined ? undefined : readMarks(text.slice(mark.start, mark.end)).source?.thread;
  if (mark === undefined || thread === undefined) return undefined;
  let found: number | undefined;
  for (let i = at + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined) break;
    const { node, start, end } = block;
    // Marks stand in blocks of their own, or, in one that asks, at its end.
    const isOther = start > mark.end && /^(?:<!--|\{\/\*) frontdesk:faq:/u.test(text.slice(start, start + 20));
    if (isOther || (start > mark.end && node.type === "paragraph" && hasMark(text.slice(start, end)))) break;
    if (node.type === "paragraph" && findSourceLine(text.slice(start, end).trimEnd(), thread) === 0) found = i;
  }
  return found;
}

function hasMark(paragraph: string): boolean {
  return /(?:<!--|\{\/\*) frontdesk:faq:/u.test(paragraph);
}
