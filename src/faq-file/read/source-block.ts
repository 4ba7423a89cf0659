import { findMark, readMarks } from "../marks/entry-marks.ts";
import { findSourceLine } from "../marks/source-line.ts";
import type { Block } from "./blocks.ts";

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
