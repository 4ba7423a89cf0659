import GithubSlugger from "github-slugger";
import type { Node, Root, RootContent } from "mdast";
import { attributeOf, htmlTokens } from "../../text/html-tokens.ts";
import { childrenOf, plainText, slugText, valueOf } from "../../text/plain-text.ts";
import type { Span } from "../faq-entry.ts";

/** The fragment of the first `<a name>` or `id` in a block or right in its text. */
export function ownAnchor(node: RootContent): string | undefined {
  if (node.type === "html") return anchorIn(node.value);
  if (!("children" in node)) return undefined;
  for (const child of node.children) {
    const found = child.type === "html" ? anchorIn(child.value) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The fragment that a piece of HTML gives. */
export function anchorIn(html: string): string | undefined {
  for (const token of htmlTokens(html)) {
    if (token.kind !== "open") continue;
    const found =
      attributeOf(token.source, "id") ?? (token.name === "a" ? attributeOf(token.source, "name") : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The fragment of a block that is an anchor and nothing else: `<a name="x"></a>` before a heading; `(x)=` in MyST;
 * `[](){#x}` in MkDocs.
 */
export function bareAnchor(node: RootContent): string | undefined {
  if (node.type !== "html" && node.type !== "paragraph") return undefined;
  const said = node.type === "html" ? textOf(node.value) : plainText(node);
  const mark = said.length > 300 ? null : /^(?:\(([\w:.-]+)\)=|\{ ?#([\w:.-]+) ?\})$/u.exec(said);
  if (mark !== null) return mark[1] ?? mark[2];
  return said === "" ? ownAnchor(node) : undefined;
}

function textOf(html: string): string {
  return [...htmlTokens(html)]
    .map((it) => (it.kind === "text" ? it.text : ""))
    .join("")
    .trim();
}

/** Most that the anchors above a question take up, in UTF-16 units. */
const maxAnchorText = 300;

/** Anchors without words: `<a name="why"></a>`, `<span id="why"></span>`, `<a id="why"/>`, `[](){#why}`, `(why)=`. */
const bareAnchors =
  /<(?:a|span|div|p|hr)\s[^<>]{0,200}>|<\/(?:a|span|div|p)>|\[\]\(\)\{ ?#[\w:.-]{1,200} ?\}|^\([\w-]{1,200}\)=$/giu;

/** Where an entry begins with the lines of bare anchors above it. */
export function startWithAnchor(text: string, { start }: Pick<Span, "start">): number {
  let at = start;
  for (let found = 0; found < 4; found++) {
    const above = text.slice(Math.max(0, at - maxAnchorText), at);
    const held = above.trimEnd();
    const lineStart = Math.max(held.lastIndexOf("\n"), held.lastIndexOf("\r")) + 1;
    const line = held.slice(lineStart);
    const isWhole = lineStart > 0 || above.length < maxAnchorText;
    if (!isWhole || !/[\r\n]/u.test(above.slice(lineStart)) || !isBareAnchor(line.trim())) break;
    at -= above.length - lineStart;
  }
  return at;
}

/** The end of what stands before `until`, without bare anchors: they are those of what comes there, or may come. */
export function endBeforeAnchors(text: string, until: number): number {
  const held = text.slice(0, until).trimEnd();
  const start = startWithAnchor(`${held}\n`, { start: held.length + 1 });
  return start <= held.length && held.slice(0, start).trim() !== "" ? start : until;
}

/** Whether a line or block gives a place a fragment, and shows nothing. */
export function isBareAnchor(line: string): boolean {
  return line !== "" && line.replaceAll(bareAnchors, "").trim() === "" && idsIn(line).length > 0;
}

/** The fragments that people gave an entry themselves: above its question, or in it (`## Why? {#why}`). */
export function ownAnchors(text: string, start: number, questionEnd: number): readonly string[] {
  return idsIn(text.slice(startWithAnchor(text, { start }), Math.min(questionEnd, start + 2_000)));
}

function idsIn(written: string): string[] {
  const tags = [...htmlTokens(written)].flatMap((token) => {
    if (token.kind !== "open") return [];
    return ["id", ...(token.name === "a" ? ["name"] : [])].flatMap((name) => attributeOf(token.source, name) ?? []);
  });
  const marks = [...written.matchAll(/\{:? ?#([\w:.-]{1,200}) ?\}|^\(([\w-]{1,200})\)=$/gmu)].map(
    ([, one, two]) => one ?? two ?? "",
  );
  return [...new Set([...tags, ...marks])].filter((it) => it !== "");
}

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
interface AnchorList {
  readonly anchors: readonly Anchor[];
  readonly inside: Span | undefined;
}

/** An anchor outside of the spans that leads elsewhere after a change; undefined where all lead where they led. */
export function lostAnchor(before: AnchorList, after: AnchorList): string | undefined {
  const [old, now] = [outside(before), outside(after)];
  return old.find((it, i) => it !== now[i]);
}

function outside({ anchors, inside }: AnchorList): readonly string[] {
  const kept = anchors.filter(({ at }) => inside === undefined || at < inside.start || at >= inside.end);
  return kept.map(({ anchor }) => anchor);
}

/** Whether a heading, put before others, would take the anchor of one of these, or the number behind it. */
export function takesAnchor(slug: string, later: Iterable<string>): boolean {
  for (const it of later)
    if (it === slug || (it.startsWith(`${slug}-`) && /^\d+$/u.test(it.slice(slug.length + 1)))) return true;
  return false;
}
