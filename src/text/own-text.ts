import type { Node, Root } from "mdast";
import { childrenOf } from "./plain-text.ts";

/** How mail programs introduce what they quote, and how they set off a signature. */
const mailMarks: readonly RegExp[] = [
  /^-- ?$/,
  /^On (?=.*\d).{5,300} wrote:$/,
  /^Am (?=.*\d).{5,300} schrieb .{1,200}:$/,
  /^Le (?=.*\d).{5,300} a écrit ?:$/,
  /^El (?=.*\d).{5,300} escribió:$/,
  /^-{2,}\s?(?:Original Message|Forwarded message)\s?-{2,}$/i,
];

/**
 * Offset at which a comment stops being its author's own words: where an e-mail's quoted message or signature starts.
 * The length of the text when there is none. Marks inside code are talk about e-mail.
 */
export function endOfOwnText(text: string, tree: Root): number {
  const code = codeRanges(tree);
  const lines = linesOf(text);
  for (const [index, { content, offset }] of lines.entries()) {
    const isCode = code.some(({ start, end }) => start <= offset && offset < end);
    // Mail programs wrap the long line that ends in "wrote:".
    const wrapped = `${content.trimEnd()} ${lines[index + 1]?.content.trim() ?? ""}`;
    if (!isCode && (isMailMark(content) || isMailMark(wrapped))) return offset;
  }
  return text.length;
}

function isMailMark(line: string): boolean {
  return line.length < 600 && mailMarks.some((mark) => mark.test(line));
}

function codeRanges(tree: Node): readonly { readonly start: number; readonly end: number }[] {
  if (tree.type === "code" || tree.type === "html") {
    return [{ start: tree.position?.start.offset ?? 0, end: tree.position?.end.offset ?? 0 }];
  }
  return childrenOf(tree).flatMap(codeRanges);
}

/** Lines with the offset they start at, without their line ends: https://spec.commonmark.org/0.31.2/#line-ending */
export function linesOf(text: string): readonly { readonly content: string; readonly offset: number }[] {
  const lines: { readonly content: string; readonly offset: number }[] = [];
  let offset = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ content: text.slice(offset, index), offset });
    offset = index + end.length;
  }
  return [...lines, { content: text.slice(offset), offset }];
}
