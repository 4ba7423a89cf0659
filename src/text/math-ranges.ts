import type { Node } from "mdast";
import { childrenOf } from "./plain-text.ts";

/** A part of a text, in UTF-16 units. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * What stands between `$$` and `$$`, which GitHub shows as a formula: in one paragraph, or over several where a line
 * begins with the first sign. In code, dollars are dollars; one without another behind it is text.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
 */
export function mathRanges(text: string, tree: Node): readonly Range[] {
  if (!text.includes("$$")) return [];
  const code = codeIn(tree);
  const signs = [...text.matchAll(/(?<![\\$])\$\$(?!\$)/g)]
    .map(({ index }) => index)
    .filter((at) => !code.some(({ start, end }) => start <= at && at < end));
  const ranges: Range[] = [];
  for (let i = 0; i + 1 < signs.length; i++) {
    const [start = 0, end = 0] = signs.slice(i, i + 2);
    const isBlock = text.slice(text.lastIndexOf("\n", start) + 1, start).trim() === "";
    if (!isBlock && /\n[ \t\r]*\n/.test(text.slice(start, end))) continue;
    ranges.push({ start, end });
    i++;
  }
  return ranges;
}

function codeIn(node: Node): readonly Range[] {
  if (node.type !== "code" && node.type !== "inlineCode") return childrenOf(node).flatMap(codeIn);
  return [{ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }];
}
