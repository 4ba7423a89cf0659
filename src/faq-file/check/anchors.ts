import GithubSlugger from "github-slugger";
import type { Node, Root } from "mdast";
import { attributeOf, htmlTokens } from "../../text/html-tokens.ts";
import { childrenOf, slugText, valueOf } from "../../text/plain-text.ts";
import type { Span } from "../read/faq-entry.ts";

/** Where a link into a file leads. */
export interface Anchor {
  readonly anchor: string;
  /** Offset of the block that it leads to. */
  readonly at: number;
}

/** The anchors of all headings of a file, wherever they stand, and those that its HTML gives, in order. */
export function anchorsOf(tree: Root): readonly Anchor[] {
  const slugger = new GithubSlugger();
  const found: Anchor[] = [];
  const visit = (node: Node): void => {
    const at = node.position?.start.offset ?? 0;
    if (node.type === "heading") found.push({ anchor: slugger.slug(slugText(node)), at });
    if (node.type === "html") found.push(...anchorsInHtml(valueOf(node), slugger).map((anchor) => ({ anchor, at })));
    for (const child of childrenOf(node)) visit(child);
  };
  visit(tree);
  return found;
}

function anchorsInHtml(html: string, slugger: GithubSlugger): readonly string[] {
  const found: string[] = [];
  let heading: string | undefined;
  for (const token of htmlTokens(html)) {
    if (token.kind === "text") heading = heading === undefined ? undefined : heading + token.text;
    else if (token.kind === "open") {
      const own =
        attributeOf(token.source, "id") ?? (token.name === "a" ? attributeOf(token.source, "name") : undefined);
      if (own !== undefined) found.push(own);
      if (/^h[1-6]$/u.test(token.name)) heading = "";
    } else if (heading !== undefined && /^h[1-6]$/u.test(token.name)) {
      found.push(slugger.slug(heading.trim()));
      heading = undefined;
    }
  }
  return found;
}

/** A file's anchors, and the span of it in which they may change. */
interface Some {
  readonly anchors: readonly Anchor[];
  readonly inside: Span | undefined;
}

/** An anchor outside of the spans that leads elsewhere after a change; undefined where all lead where they led. */
export function lostAnchor(before: Some, after: Some): string | undefined {
  const [old, now] = [outside(before), outside(after)];
  return old.find((it, i) => it !== now[i]);
}

function outside({ anchors, inside }: Some): readonly string[] {
  const kept = anchors.filter(({ at }) => inside === undefined || at < inside.start || at >= inside.end);
  return kept.map(({ anchor }) => anchor);
}

/** Whether a heading, put before others, would take the anchor of one of these, or the number behind it. */
export function takesAnchor(slug: string, later: Iterable<string>): boolean {
  for (const it of later)
    if (it === slug || (it.startsWith(`${slug}-`) && /^\d+$/u.test(it.slice(slug.length + 1)))) return true;
  return false;
}
