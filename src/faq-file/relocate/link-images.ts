import type { Definition, Html, Image, ImageReference, Node, Nodes, Parent } from "mdast";
import { attributeOf, htmlTokens } from "../../text/html-tokens.ts";
import { parseMarkdown } from "../../text/parse-markdown.ts";
import { childrenOf } from "../../text/plain-text.ts";
import { applyEdits, type Edit } from "../edit/text-edit.ts";
import { destination } from "./link-edits.ts";
import { zeroWidthSpace } from "./neutralise-text.ts";
import { isOwnImage, isSafeAddress } from "./safe-html.ts";

export interface LinkedImages {
  readonly text: string;
  /** How many images are links now, or words where they stood in a link. */
  readonly count: number;
}

/**
 * Images of other hosts (see `isOwnImage`) as links with the images' words, in Markdown and in HTML. Within a link the
 * words alone are left, for a link holds no other. Other tags and attributes that load something are left to `safeTag`.
 */
export function linkImages(text: string, thread: string | undefined): LinkedImages {
  if (!/!\[|<img\b/iu.test(text)) return { text, count: 0 };
  const work = new ImageLinks(text, thread);
  return { text: applyEdits(text, work.edits), count: work.count };
}

class ImageLinks {
  readonly edits: Edit[] = [];
  count = 0;
  readonly #text: string;
  readonly #thread: string | undefined;
  readonly #definitions = new Map<string, Definition>();
  /** `<a>` of HTML that are open. */
  #open = 0;

  constructor(text: string, thread: string | undefined) {
    this.#text = text;
    this.#thread = thread;
    const tree = parseMarkdown(text);
    this.#collectDefinitions(tree);
    this.#visit(tree, undefined, false);
  }

  /** Of two definitions of a label the first counts. */
  #collectDefinitions(node: Node): void {
    const it = node as Nodes;
    if (it.type === "definition" && !this.#definitions.has(it.identifier)) this.#definitions.set(it.identifier, it);
    for (const child of childrenOf(node)) this.#collectDefinitions(child);
  }

  #visit(node: Node, parent: Parent | undefined, isInLink: boolean): void {
    const it = node as Nodes;
    if (it.type === "image" || it.type === "imageReference") this.#image(it, isInLink);
    if (it.type === "html") this.#html(it, parent, isInLink);
    const within = isInLink || it.type === "link" || it.type === "linkReference";
    for (const child of childrenOf(node)) this.#visit(child, node as Parent, within);
  }

  #image(node: Image | ImageReference, isInLink: boolean): void {
    const { url, title } = (node.type === "image" ? node : this.#definitions.get(node.identifier)) ?? {};
    if (url === undefined || !this.#isForeign(url)) return;
    const start = node.position?.start.offset ?? 0;
    const words = asMarkdown(imageWords(node.alt, url));
    const link = isInLink || this.#open > 0 ? words : `[${words}]${destination(url, title)}`;
    this.#replace(start, node.position?.end.offset ?? start, `${this.#gapBefore(start, link)}${link}`);
  }

  #html(node: Html, parent: Parent | undefined, isInLink: boolean): void {
    const isInline = parent?.type === "paragraph" || parent?.type === "heading" || parent?.type === "tableCell";
    const start = node.position?.start.offset ?? 0;
    const written = this.#text.slice(start, node.position?.end.offset ?? start);
    for (const token of htmlTokens(written)) {
      if (token.kind === "text") continue;
      if (token.name === "a") this.#open = token.kind === "open" ? this.#open + 1 : Math.max(0, this.#open - 1);
      if (token.kind !== "open") continue;
      const at = start + token.offset;
      const end = at + token.source.length;
      const src = token.name === "img" ? attributeOf(token.source, "src") : undefined;
      if (src === undefined || !this.#isForeign(src)) continue;
      const words = imageWords(attributeOf(token.source, "alt"), src);
      const isBare = isInLink || this.#open > 0;
      const text = isInline ? inMarkdown(words, src, isBare) : inBlock(words, src, isBare);
      // A block that begins with a link would be none.
      const isFirst = !isInline && written.slice(0, token.offset).trim() === "";
      this.#replace(at, end, isFirst ? `<p>${text}</p>` : `${isInline ? this.#gapBefore(at, text) : ""}${text}`);
    }
  }

  #replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text });
    this.count++;
  }

  #isForeign(url: string): boolean {
    return isSafeAddress(url) && !isOwnImage(url, this.#thread);
  }

  #startOfLine(at: number): number {
    return this.#text.lastIndexOf("\n", at - 1) + 1;
  }

  /** What stands before must not make an image of a link again, nor the start of a line a list or heading of words. */
  #gapBefore(start: number, text: string): string {
    const before = this.#text.slice(this.#startOfLine(start), start);
    return before.endsWith("!") || (!text.startsWith("[") && /^[\s>]*$/u.test(before)) ? zeroWidthSpace : "";
  }
}

function inMarkdown(words: string, url: string, isBare: boolean): string {
  const text = asMarkdown(words);
  return isBare ? text : `[${text}]${destination(url, undefined)}`;
}

function inBlock(words: string, url: string, isBare: boolean): string {
  return isBare ? asHtml(words) : `<a href="${asHtml(url)}">${asHtml(words)}</a>`;
}

/** Longer names say nothing. */
const maxName = 100;

/** What says in words which image it is: its text, else the name of its file, else its host. */
function imageWords(alt: string | null | undefined, url: string): string {
  const text = (alt ?? "").replaceAll(/\s+/gu, " ").trim();
  if (text !== "") return text;
  if (!URL.canParse(url, "https://relative.invalid/")) return "image";
  const { pathname, host } = new URL(url, "https://relative.invalid/");
  const name = pathname.slice(pathname.lastIndexOf("/") + 1).slice(0, maxName);
  return name === "" ? host : name;
}

/** Words as Markdown that shows them as they are, within a line. */
function asMarkdown(words: string): string {
  return words.replaceAll(/[\\`*_[\]<>|~$&{}]/gu, "\\$&").replace(/^(?=[\^!])/u, zeroWidthSpace);
}

/** Words as HTML that shows them as they are. */
function asHtml(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
