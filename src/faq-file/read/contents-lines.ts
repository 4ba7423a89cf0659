import type { List, ListItem, Nodes, RootContent } from "mdast";
import { htmlTokens } from "../../text/html-tokens.ts";
import { percentDecode } from "../../text/percent-decode.ts";
import { childrenOf, plainText } from "../../text/plain-text.ts";
import type { ContentsLine } from "../faq-entry.ts";
import type { Block } from "./blocks.ts";
import type { Draft } from "./draft.ts";
import { withoutComments } from "./html-comments.ts";
import { linksInSource } from "./links-in-source.ts";

/** Most letters beside the link in a line of a table of contents. */
const maxWordsBeside = 60;

/** A line before it is known which tables the file has. */
type UncountedLine = Omit<ContentsLine, "table">;

/** The lines of a block that lead to places in the file. */
export function contentsLines(node: RootContent, text: string): UncountedLine[] {
  if (node.type === "list") return listLines(node, text);
  const place = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  if (node.type === "html" && [...htmlTokens(node.value)].every(({ kind }) => kind === "text")) return [];
  if (node.type !== "paragraph" && node.type !== "table" && node.type !== "html") return [];
  const written = text.slice(place.start, Math.min(place.end, place.start + 100_000));
  return [...written.matchAll(/[^\r\n]+/gu)].flatMap(({ 0: line, index }) => {
    const links = linksInSource(line).filter(({ url }) => url.startsWith("#"));
    const form = links.length === 1 ? "line" : "link";
    if (node.type === "paragraph" && hasOtherWords(line, links)) return [];
    return links.map(({ start, end, url, title }): UncountedLine => {
      const [from, to] = form === "line" ? [0, line.length] : [start, end];
      const at = place.start + index;
      return {
        form,
        anchor: percentDecode(url.slice(1)),
        title,
        start: at + from,
        end: at + to,
        line: line.slice(from, to),
      };
    });
  });
}

/** Words outside of the links: such a line tells something, and only mentions an entry. */
function hasOtherWords(line: string, links: readonly { readonly start: number; readonly end: number }[]): boolean {
  let at = 0;
  let rest = "";
  for (const { start, end } of links) {
    rest += line.slice(at, start);
    at = end;
  }
  return /\p{L}/u.test((rest + line.slice(at)).replaceAll(/<[^<>]*>|\bq\d*\b/giu, ""));
}

function listLines(list: List, text: string): UncountedLine[] {
  return list.children.flatMap((item) => [
    ...itemLine(item, text),
    ...item.children.flatMap((child) => (child.type === "list" ? listLines(child, text) : [])),
  ]);
}

function itemLine(item: ListItem, text: string): UncountedLine[] {
  const [first] = item.children;
  const link = first === undefined ? undefined : firstLink(first);
  if (first === undefined || link?.type !== "link") return [];
  // What tells something only mentions an entry.
  if (wordsBeside(first) > maxWordsBeside) return [];
  const start = item.position?.start.offset ?? 0;
  const line = text.slice(start, first.position?.end.offset ?? start);
  const anchor = percentDecode(link.url.slice(1));
  return [{ form: "item", anchor, title: plainText(link), start, end: item.position?.end.offset ?? start, line }];
}

/** How many letters of a block are in none of its links. */
function wordsBeside(node: Nodes): number {
  if (node.type === "link") return 0;
  const children = childrenOf(node);
  if (children.length === 0) return plainText(node).length;
  return children.reduce((sum, child) => sum + wordsBeside(child as Nodes), 0);
}

/** The first link to a place in the file. */
function firstLink(node: Nodes): Nodes | undefined {
  if (node.type === "link") return node.url.startsWith("#") ? node : undefined;
  for (const child of childrenOf(node)) {
    const found = firstLink(child as Nodes);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Most letters of an item of a table of contents that has no link. */
const maxUnlinked = 80;

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

/** Comments, tags without words, and thematic breaks. */
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
  const isShort = wordsBeside(first) <= (link === undefined ? maxUnlinked : maxWordsBeside);
  return isShort && rest.every((it) => it.type === "list" && isContentsList(it.children));
}
