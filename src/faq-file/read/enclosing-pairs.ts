import type { Nodes } from "mdast";
import { metadataPrefix } from "../entry-metadata.ts";
import type { EnclosingPair } from "../faq-entry.ts";
import type { Block } from "./blocks.ts";
import { boundaryOf, commentsIn } from "./html-comments.ts";
import { htmlTokens, voidElements } from "../../text/html-tokens.ts";
import { childrenOf } from "../../text/plain-text.ts";

/** A mark that opens or closes something, wherever it stands in a block. */
interface Boundary {
  /** What opens and closes by the same name belongs together. */
  readonly name: string;
  readonly opens: boolean;
  readonly start: number;
  readonly end: number;
  readonly isGenerated?: boolean;
}

export interface Enclosures {
  /** In the order of their second marks. */
  readonly pairs: readonly EnclosingPair[];
  /** Where marks begin that close something which the file does not open. */
  readonly strayClosings: ReadonlySet<number>;
}

/** All that a file opens and closes, outside of its code. What is opened and never closed encloses nothing. */
export function enclosuresOf(blocks: readonly Block[], text: string): Enclosures {
  const open = new Map<string, Boundary[]>();
  const pairs: EnclosingPair[] = [];
  const strayClosings = new Set<number>();
  for (const it of blocks.flatMap(({ node }) => boundariesIn(node as Nodes, text))) {
    const waiting = open.get(it.name) ?? [];
    if (it.opens) open.set(it.name, [...waiting, it]);
    else {
      const first = waiting.pop();
      if (first === undefined) strayClosings.add(it.start);
      else
        pairs.push({
          start: first.start,
          closing: it.start,
          end: it.end,
          isGenerated: first.isGenerated === true && it.isGenerated === true,
        });
    }
  }
  return { pairs, strayClosings };
}

function boundariesIn(node: Nodes, text: string): Boundary[] {
  const start = node.position?.start.offset ?? 0;
  const source = (): string => text.slice(start, node.position?.end.offset);
  if (node.type === "html") return inHtml(source(), start);
  const inner = childrenOf(node).flatMap((child) => boundariesIn(child as Nodes, text));
  if (node.type !== "paragraph") return inner;
  const found = [...inner, ...inLines(source(), start)];
  return found.toSorted((a, b) => a.start - b.start);
}

/** Elements that people need not close: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags */
const mayStayOpen = new Set("p li dt dd tr td th thead tbody tfoot option".split(" "));

function inHtml(html: string, at: number): Boundary[] {
  if (html.includes(metadataPrefix)) return [];
  const found: Boundary[] = [];
  for (const { start, end, words } of commentsIn(html)) {
    const boundary = boundaryOf(words);
    if (boundary === undefined) continue;
    found.push({ ...boundary, start: at + start, end: at + end, name: `comment ${boundary.name}` });
  }
  for (const token of htmlTokens(html)) {
    if (token.kind === "text" || voidElements.has(token.name) || mayStayOpen.has(token.name)) continue;
    const tagEnd = html.indexOf(">", token.offset) + 1;
    if (token.kind === "open" && token.source.endsWith("/>")) continue;
    const place = { start: at + token.offset, end: at + tagEnd };
    found.push({ name: `tag ${token.name}`, opens: token.kind === "open", ...place });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function inLines(paragraph: string, at: number): Boundary[] {
  return [...paragraph.matchAll(/[^\r\n]+/gu)].flatMap(({ 0: line, index }) => {
    const lead = /^[ \t>]*/u.exec(line)?.[0].length ?? 0;
    const written = line.slice(lead, 2_000).trimEnd();
    const mark = lineMark(written);
    const start = at + index + lead;
    return mark === undefined ? [] : [{ ...mark, start, end: start + written.length }];
  });
}

/**
 * What a line opens or closes that holds nothing else: a container (`::: tip`, `/// note`), a block of Liquid or GitBook
 * (`{% hint %}`, `{% endhint %}`), a shortcode of Hugo (`{{< details >}}`), a comment of MDX.
 */
function lineMark(line: string): Omit<Boundary, "start" | "end"> | undefined {
  const container = /^(?::{3,}|\/{3,})/u.exec(line)?.[0];
  if (container !== undefined) return { name: container, opens: line.slice(container.length).trim() !== "" };
  if (line.startsWith("{/*") && line.endsWith("*/}") && !line.includes(metadataPrefix))
    return boundaryOf(line.slice(3, -3));
  if (line.startsWith("{%") && line.endsWith("%}")) {
    const [word = ""] = line.slice(2, -2).replace(/^-/u, "").trim().split(/\s/u);
    return { name: `liquid ${word.replace(/^end/u, "")}`, opens: !word.startsWith("end") };
  }
  if (/^\{\{[<%]/u.test(line) && line.endsWith("}}")) {
    const words = line.slice(3, -2).trim();
    const [word = ""] = words.replace(/^\/ ?/u, "").split(/\s/u);
    return { name: `hugo ${word}`, opens: !words.startsWith("/") };
  }
  return undefined;
}
