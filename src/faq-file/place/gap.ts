import { parseMarkdown } from "../../text/parse-markdown.ts";
import { blocksOf, type Block } from "../read/blocks.ts";
import { isNavigation } from "../read/closing-blocks.ts";
import type { FaqEntry } from "../faq-entry.ts";
import { startWithAnchor } from "../read/anchors.ts";
import { endOfLine } from "../write/line-ends.ts";

/** Longest text that may stand between two entries and is none of them. */
const maxGap = 400;

/**
 * The text between entries next to `entry`: blank lines, with a thematic break or a link to the top where the file has
 * these between its entries. Undefined where the file shows none.
 */
export function gapBeside(
  text: string,
  entries: readonly FaqEntry[],
  entry: FaqEntry,
  side: "after" | "before",
): string | undefined {
  const at = entries.indexOf(entry);
  const [first, second] = side === "after" ? [entries[at - 1], entry] : [entry, entries[at + 1]];
  const gaps = [
    gapBetween(text, first, second),
    ...entries.map((it, i) => gapBetween(text, it, entries[i + 1])).filter((_, i) => Math.abs(i - at) < 5),
  ];
  return gaps.find((it) => it !== undefined);
}

/** Undefined where more than a gap stands between two entries, or one of them is not there. */
export function gapBetween(text: string, one: FaqEntry | undefined, next: FaqEntry | undefined): string | undefined {
  if (one === undefined || next === undefined || one.shape !== next.shape) return undefined;
  const gap = text.slice(endOfLine(text, one.end), startWithAnchor(text, next));
  return /[\r\n]/u.test(gap) && isGap(gap) ? gap : undefined;
}

/** Whether a text is only a separator of entries. */
export function isGap(text: string): boolean {
  if (text.trim() === "") return true;
  return text.length <= maxGap && blocksOf(parseMarkdown(text), text).every(isSeparator);
}

function isSeparator(block: Block): boolean {
  const { node } = block;
  if (node.type === "thematicBreak" || isNavigation(block)) return true;
  return node.type === "html" && /^(?:<\/?br\s*\/?>\s*|<hr\s*\/?>\s*)+$/iu.test(node.value);
}
