import type { List, ListItem, Nodes, Root } from "mdast";
import { percentDecode } from "../../text/percent-decode.ts";
import { childrenOf } from "../../text/plain-text.ts";
import type { ContentsLine, Faq } from "./faq-entry.ts";

/** From this share of links to entries or sections on, a list of links is the table of contents. */
const mostlyContents = 1 / 2;

/** The lines of the file's table of contents: the first list of which most links lead to what the file holds. */
export function readContents(
  tree: Root,
  text: string,
  { entries, sections }: Pick<Faq, "entries" | "sections">,
): readonly ContentsLine[] {
  const known = new Set([...entries, ...sections].map(({ anchor }) => anchor).filter((it) => it !== ""));
  for (const node of tree.children) {
    if (node.type !== "list") continue;
    const lines = linesOf(node, text);
    const leading = lines.filter(({ anchor }) => known.has(anchor));
    if (lines.length > 0 && leading.length >= lines.length * mostlyContents) return lines;
  }
  return [];
}

function linesOf(list: List, text: string): ContentsLine[] {
  return list.children.flatMap((item) => [
    ...itemLine(item, text),
    ...item.children.flatMap((child) => (child.type === "list" ? linesOf(child, text) : [])),
  ]);
}

function itemLine(item: ListItem, text: string): ContentsLine[] {
  const [first] = item.children;
  const url = first === undefined ? undefined : firstLink(first);
  if (first === undefined || url === undefined) return [];
  const start = item.position?.start.offset ?? 0;
  const line = text.slice(start, first.position?.end.offset ?? start);
  return [{ anchor: percentDecode(url.slice(1)), start, end: item.position?.end.offset ?? start, line }];
}

function firstLink(node: Nodes): string | undefined {
  if (node.type === "link") return node.url.startsWith("#") ? node.url : undefined;
  for (const child of childrenOf(node)) {
    const found = firstLink(child as Nodes);
    if (found !== undefined) return found;
  }
  return undefined;
}
