import type { Node } from "unist";
import { beforeAttributeList } from "./attribute-list.ts";
import { anchorsIn } from "./heading-ids.ts";
import { htmlTokens, type HtmlToken } from "./html-tokens.ts";
import { childrenOf, valueOf } from "./plain-text.ts";

/**
 * The ids of a block that is nothing but anchors, as people put them before a heading: `<a name="x"></a>`, `[](){#x}`
 * (https://mkdocstrings.github.io/autorefs/#markdown-anchors), `(x)=` of MyST
 * (https://myst-parser.readthedocs.io/en/latest/syntax/cross-referencing.html). Undefined for any other block.
 */
export function idsOfAnchorBlock(block: Node): readonly string[] | undefined {
  const parts = block.type === "paragraph" ? childrenOf(block) : [block];
  const ids: string[] = [];
  for (const [i, part] of parts.entries()) {
    const found = part.type === "text" ? idsOfText(valueOf(part), parts[i - 1]) : idsOfElement(part);
    if (found === undefined) return undefined;
    ids.push(...found);
  }
  return ids.length > 0 ? ids : undefined;
}

/** None for white space, undefined for what is read. */
function idsOfText(text: string, before: Node | undefined): readonly string[] | undefined {
  const said = text.trim();
  if (said === "") return [];
  if (before && isEmptyLink(before) && said.startsWith("{")) {
    const list = beforeAttributeList(said);
    return list?.text === "" ? list.ids : undefined;
  }
  const labels = said.split("\n").map((line) => /^\(([^()\s][^()]{0,200})\)=$/u.exec(line.trim())?.[1]);
  return labels.every((it) => it !== undefined) ? labels : undefined;
}

function idsOfElement(part: Node): readonly string[] | undefined {
  if (isEmptyLink(part) || part.type === "break") return [];
  if (part.type === "html") return [...htmlTokens(valueOf(part))].some(isShown) ? undefined : anchorsIn(part);
  const isElement = part.type === "mdxJsxTextElement" || part.type === "mdxJsxFlowElement";
  return isElement && childrenOf(part).length === 0 ? anchorsIn(part) : undefined;
}

function isEmptyLink(node: Node): boolean {
  return node.type === "link" && childrenOf(node).length === 0;
}

const anchors = new Set(["a", "div", "p", "span"]);

function isShown(token: HtmlToken): boolean {
  return token.kind === "text" ? token.text.trim() !== "" : !anchors.has(token.name);
}
