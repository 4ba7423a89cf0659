import type { Root, RootContent } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { addressesIn } from "./addresses.ts";
import { isTooLong } from "./block-marks.ts";
import { parseLines } from "./parse-lines.ts";
import { parseMarkdown } from "./parse-markdown.ts";

/**
 * Where the links of a Markdown text point, in order, each once; link definitions that nobody uses are left out.
 * Of a text that is too long to be parsed on the event loop (see `isTooLong`), only the bare addresses.
 */
export function findLinks(markdown: string): string[] {
  return linksIn(isTooLong(markdown) ? parseLines(markdown) : parseMarkdown(markdown));
}

/** The same for a text that is parsed already. */
export function linksIn(tree: Root): string[] {
  const definitions = new Map<string, string>();
  visit(tree, "definition", (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });
  const links = new Set<string>();
  visit(tree, (node) => {
    for (const url of urlsOf(node, definitions)) links.add(url);
    // What is in a link makes no other.
    return node.type === "link" || node.type === "linkReference" ? SKIP : undefined;
  });
  return [...links];
}

function urlsOf(node: RootContent | { readonly type: "root" }, definitions: ReadonlyMap<string, string>): string[] {
  if (node.type === "text") return addressesIn(node.value);
  if (node.type === "link") return [node.url];
  const url = node.type === "linkReference" ? definitions.get(node.identifier) : undefined;
  return url === undefined ? [] : [url];
}
