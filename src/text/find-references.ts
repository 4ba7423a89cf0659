import type { Parents, Root } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { isTooLong } from "./block-marks.ts";
import { linksIn } from "./find-links.ts";
import { parseLines } from "./parse-lines.ts";
import { parseMarkdown } from "./parse-markdown.ts";

/** A thread named as `#12`, `GH-12` or `owner/name#12`, which GitHub makes a link of. */
export interface ThreadReference {
  /** `owner/name` where it is written; without it the repository the text stands in is meant. */
  readonly repository?: string;
  readonly number: number;
}

/** What a text points at. */
export interface References {
  readonly links: readonly string[];
  readonly threads: readonly ThreadReference[];
}

/** Nothing else can become a reference, and parsing costs a thousand times as much as looking for this. */
const mayRefer = /https?:|www\.|\]\s*[([:]|#\d|GH-\d/iu;

const shortReference = /(?<![\p{L}\p{N}_/&#-])(?:([\w.-]{1,100}\/[\w.-]{1,100})#|#|GH-)(\d{1,9})(?![\p{L}\p{N}_])/giu;

/** Where the author of a Markdown text points to. What they quote of others does not count, nor does code. */
export function findReferences(markdown: string): References {
  if (!mayRefer.test(markdown)) return { links: [], threads: [] };
  const tree = isTooLong(markdown) ? parseLines(markdown) : parseMarkdown(markdown);
  dropQuotes(tree);
  return { links: linksIn(tree), threads: threadsIn(tree) };
}

function dropQuotes(tree: Root): void {
  visit(tree, (node) => {
    if (node.type === "root" || "children" in node) {
      const parent: Parents = node;
      Object.assign(parent, { children: parent.children.filter(({ type }) => type !== "blockquote") });
    }
  });
}

function threadsIn(tree: Root): ThreadReference[] {
  const found = new Map<string, ThreadReference>();
  visit(tree, (node) => {
    if (node.type === "link" || node.type === "linkReference") return SKIP;
    if (node.type !== "text") return undefined;
    for (const [text, repository, number] of node.value.matchAll(shortReference)) {
      found.set(text, { ...(repository !== undefined && { repository }), number: Number(number) });
    }
    return undefined;
  });
  return [...found.values()];
}
