import type { List, ListItem, Nodes, Root } from "mdast";
import { inlineText } from "../text/neutralise.ts";
import { childrenOf } from "../text/plain-text.ts";
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

/**
 * The table of contents with a line for the entry `anchor`, in the style of the line of the entry `beside`: behind it,
 * or before it. Undefined where the table has no line of its own for entries.
 */
export function addContentsLine(
  text: string,
  faq: Faq,
  entry: { readonly question: string; readonly anchor: string },
  beside: { readonly anchor: string; readonly side: "after" | "before" },
): string | undefined {
  const model = faq.contents.find(({ anchor }) => anchor === beside.anchor);
  if (model === undefined) return undefined;
  const line = inStyle(model.line, entry);
  if (line === undefined) return undefined;
  const eol = text.slice(model.start).includes("\r\n") ? "\r\n" : "\n";
  const at = beside.side === "after" ? model.end : model.start - indentOf(text, model.start).length;
  const added =
    beside.side === "after"
      ? `${eol}${indentOf(text, model.start)}${line}`
      : `${indentOf(text, model.start)}${line}${eol}`;
  return text.slice(0, at) + added + text.slice(at);
}

/** `- [Old](#old)` becomes `- [New](#new)`; a number counts on. */
function inStyle(
  line: string,
  { question, anchor }: { readonly question: string; readonly anchor: string },
): string | undefined {
  const match = /^([-*+]|(\d{1,9})([.)]))(\s+)(.*?)\[.*\]\(<?#[^)>]*>?\)(.*)$/su.exec(line);
  if (match === null) return undefined;
  const [, mark = "-", number, sign = "", space = " ", before = ""] = match;
  const bullet = number === undefined ? mark : `${Number(number) + (number === "1" ? 0 : 1)}${sign}`;
  return `${bullet}${space}${/[*_]/u.test(before) ? "" : before}[${inlineText(question, 256)}](#${anchor})`;
}

function indentOf(text: string, at: number): string {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const lead = text.slice(lineStart, at);
  return /^\s*$/u.test(lead) ? lead : "";
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
  return [{ anchor: decoded(url.slice(1)), start, end: item.position?.end.offset ?? start, line }];
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // Not every percent sign is an escape.
    return fragment;
  }
}

function firstLink(node: Nodes): string | undefined {
  if (node.type === "link") return node.url.startsWith("#") ? node.url : undefined;
  for (const child of childrenOf(node)) {
    const found = firstLink(child as Nodes);
    if (found !== undefined) return found;
  }
  return undefined;
}
