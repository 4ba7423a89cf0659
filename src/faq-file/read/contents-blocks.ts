import type { ListItem } from "mdast";
import { plainText } from "../../text/plain-text.ts";
import type { Block } from "./blocks.ts";
import type { Draft } from "./draft.ts";
import { withoutComments } from "./comments.ts";
import { contentsLines, firstLink, mostBeside, wordsBeside } from "./contents-lines.ts";

/** Most letters of an item of a table of contents that has no link. */
const mostUnlinked = 80;

/** Without those whose answer is a table of contents: it answers nothing, whatever stands above it. */
export function withoutContents(drafts: readonly Draft[], blocks: readonly Block[], text: string): readonly Draft[] {
  let from = 0;
  return drafts.filter(({ questionEnd, start, answerEnd }) => {
    while ((blocks[from]?.end ?? Infinity) <= start) from++;
    const answer: Block[] = [];
    for (let at = from; (blocks[at]?.start ?? Infinity) < answerEnd; at++) answer.push(...blocks.slice(at, at + 1));
    const said = answer.filter((it) => it.start >= questionEnd && !isSilent(it.node));
    return said.length === 0 || !said.every((it) => isContents(it, text));
  });
}

/** Comments, tags without words, and lines across. */
function isSilent(node: Block["node"]): boolean {
  if (node.type === "thematicBreak" || (node.type === "paragraph" && plainText(node) === "")) return true;
  return (
    node.type === "html" &&
    withoutComments(node.value)
      .replaceAll(/<[^<>]*>/gu, "")
      .trim() === ""
  );
}

/** Whether a block holds links to places in the file and hardly a word more. */
function isContents({ node }: Block, text: string): boolean {
  if (node.type === "list") return isContentsList(node.children);
  const lines =
    node.type === "paragraph" || node.type === "html" || node.type === "table" ? contentsLines(node, text) : [];
  return lines.length > 1;
}

/** Short items, most of them links. */
function isContentsList(items: readonly ListItem[]): boolean {
  const linked = items.filter(({ children: [first, ...rest] }) => {
    return first !== undefined && (firstLink(first) !== undefined || rest.length > 0);
  });
  return linked.length * 2 >= items.length && items.every(isContentsItem);
}

function isContentsItem({ children: [first, ...rest] }: ListItem): boolean {
  if (first?.type !== "paragraph") return false;
  const link = firstLink(first);
  const isShort = wordsBeside(first) <= (link === undefined ? mostUnlinked : mostBeside);
  return isShort && rest.every((it) => it.type === "list" && isContentsList(it.children));
}
