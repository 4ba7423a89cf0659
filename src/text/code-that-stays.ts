import type { Node } from "mdast";
import { endsInAddress } from "./ends-in-address.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { childrenOf } from "./plain-text.ts";

/** Code in a text, by the offsets of its ends; `isBlock`: fenced or indented. */
export interface Code {
  readonly start: number;
  readonly end: number;
  readonly isBlock: boolean;
}

/**
 * The code that is code for GitHub too. A bare address takes in the backticks that follow it, which then pair with
 * others or none: there, only blocks are sure.
 */
export function codeThatStays(text: string): readonly Code[] {
  const all = codeRanges(text);
  return isBehindAddress(text, all) ? all.filter(({ isBlock }) => isBlock) : all;
}

function isBehindAddress(text: string, all: readonly Code[]): boolean {
  let at = 0;
  return all.some(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return endsInAddress(before);
  });
}

/** A comment has no front matter: with a blank line before it, the parser finds none either. */
function codeRanges(text: string): readonly Code[] {
  return codeIn(parseMarkdown(`\n${text}`)).map((it) => ({ ...it, start: it.start - 1, end: it.end - 1 }));
}

function codeIn(node: Node): readonly Code[] {
  if (node.type !== "code" && node.type !== "inlineCode") return childrenOf(node).flatMap(codeIn);
  const { start, end } = node.position ?? {};
  return [{ start: start?.offset ?? 0, end: end?.offset ?? 0, isBlock: node.type === "code" }];
}
