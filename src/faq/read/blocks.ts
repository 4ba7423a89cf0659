import GithubSlugger from "github-slugger";
import type { Root, RootContent } from "mdast";
import { attributeOf, htmlTokens } from "../../text/html-tokens.ts";
import { plainText, slugText } from "../../text/plain-text.ts";

/** A block at the top level of a file. */
export interface Block {
  readonly node: RootContent;
  readonly start: number;
  readonly end: number;
  /** Of headings: depth, plain text, and the fragment GitHub gives it. */
  readonly heading?: { readonly depth: number; readonly title: string; readonly anchor: string };
  /** The fragment of an `<a name>` or `id` in it: people put these where headings have no anchor of their own. */
  readonly ownAnchor: string | undefined;
}

/** The blocks of a file in order, headings numbered as GitHub does. */
export function blocksOf(tree: Root): readonly Block[] {
  const slugger = new GithubSlugger();
  return tree.children.map((node): Block => {
    const place = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    const block = { node, ...place, ownAnchor: ownAnchor(node) };
    if (node.type !== "heading") {
      countNested(node, slugger);
      return block;
    }
    const title = plainText(node).replaceAll(/\s+/gu, " ");
    return { ...block, heading: { depth: node.depth, title, anchor: slugger.slug(slugText(node)) } };
  });
}

/** Headings in quotes and lists have anchors as well, which those after them must not get. */
function countNested(node: RootContent, slugger: GithubSlugger): void {
  if (node.type === "heading") slugger.slug(slugText(node));
  else if ("children" in node) for (const child of node.children) countNested(child, slugger);
}

function ownAnchor(node: RootContent): string | undefined {
  if (node.type === "html") return anchorIn(node.value);
  if (!("children" in node)) return undefined;
  for (const child of node.children) {
    const found = child.type === "html" ? anchorIn(child.value) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function anchorIn(html: string): string | undefined {
  for (const token of htmlTokens(html)) {
    if (token.kind !== "open") continue;
    const found =
      attributeOf(token.source, "id") ?? (token.name === "a" ? attributeOf(token.source, "name") : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}
