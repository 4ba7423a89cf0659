import { anyMark, findMark } from "../marks/entry-marks.ts";
import { askedIn } from "./asked-block.ts";
import type { Block } from "./blocks.ts";
import type { Draft } from "./draft.ts";
import type { Span } from "./faq-entry.ts";
import { looksLikeQuestion } from "./looks-like-question.ts";
import { sourceBlock } from "./source-block.ts";

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

/** Blocks inside of these, but not at their beginning. Both are in order, and the spans do not overlap. */
export function insideOf(blocks: readonly Block[], spans: readonly Span[]): ReadonlySet<Block> {
  let at = 0;
  return new Set(
    blocks.filter(({ start, end }) => {
      while (at < spans.length && (spans[at]?.end ?? 0) <= start) at++;
      const span = spans[at];
      return span !== undefined && span.start < start && end <= span.end;
    }),
  );
}
