import type { Html } from "mdast";
import { htmlTokens } from "../../text/html-tokens.ts";
import { withoutComments } from "../../text/without-comments.ts";
import type { Edit } from "../edit/text-edit.ts";
import { blankBehind } from "./heading-edits.ts";
import { resolveAddress } from "./link-edits.ts";
import { neutraliseText, zeroWidthSpace, separatorBetween, neutraliseAddress } from "./neutralise-text.ts";
import { hasEnd, isOwnImage, isSafeElement, safeTag } from "./safe-html.ts";

/** Stands for a comment without which what follows would be something else. */
export const emptyComment = "<!-- -->";

/** What is known of the HTML of a text while its pieces are met in order. */
export class HtmlRelocation {
  readonly #thread: string | undefined;
  readonly #shift: number;
  readonly #mayStay: (heading: string) => boolean;
  readonly #open: string[] = [];

  /** `thread`: see `resolveAddress`; `shift`: how much deeper headings get; `mayStay`: whether one of a text may be one. */
  constructor(thread: string | undefined, shift: number, mayStay: (heading: string) => boolean) {
    this.#thread = thread;
    this.#shift = shift;
    this.#mayStay = mayStay;
  }

  /**
   * Edits that leave of a piece of HTML what GitHub would show of it: harmless elements and attributes, balanced.
   * Comments vanish. A block with anything else becomes the text that it is written as.
   */
  relocate(node: Html, source: string, isBlock: boolean): Edit[] {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    const written = source.slice(start, end);
    const kept = this.#withBoldHeadings(withoutComments(written));
    // What stands behind a comment in a block is no Markdown, and would be some without it.
    const isExposed = isBlock && /^\s*<!--/u.test(written) && kept.trim() !== "";
    const rewritten = isExposed && /^\s*[^\s<]/u.test(kept) ? undefined : this.#rewrite(kept);
    const safe = isExposed && rewritten !== undefined ? `${emptyComment}${rewritten}` : rewritten;
    if (safe === undefined || (isBlock && !isExposed && isBared(kept, safe))) {
      // What follows right behind a block would be more of its paragraph: code, too.
      return [{ start, end, text: asText(written, isBlock) + (isBlock ? blankBehind(source, start, end) : "") }];
    }
    if (safe === "" && !isBlock) {
      const line = source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
      const apart = separatorBetween(line.slice(-1), source.slice(end, end + 1));
      return [{ start, end, text: beginsBlock(line) ? zeroWidthSpace : apart }];
    }
    if (safe === written) return [];
    // A blank line would end the block where it had none.
    const blank = /\n[ \t]*(?=\n)/gu;
    return [{ start, end, text: isBlock && kept.search(blank) === -1 ? safe.replaceAll(blank, "") : safe }];
  }

  /** End tags of what is still open, innermost first. */
  end(): string {
    return this.#open
      .toReversed()
      .map((name) => `</${name}>`)
      .join("");
  }

  /** Headings that may not stay as bold paragraphs: those with an anchor that is taken, and pieces of some. */
  #withBoldHeadings(html: string): string {
    const whole = /<h([1-6])\b[^<>]*>([^]*?)<\/h\1\s*>/giu;
    const pieces = html.replaceAll(whole, "");
    const texts = [...html.matchAll(whole)].map(([, , text = ""]) => text);
    if (!/<\/?h[1-6]\b/iu.test(pieces) && texts.every((it) => this.#mayStay(textOf(it)))) return html;
    return html.replaceAll(/<h[1-6]\b[^<>]*>/giu, "<p><strong>").replaceAll(/<\/h[1-6]\s*>/giu, "</strong></p>");
  }

  /** Undefined where something is in it that may not stay. */
  #rewrite(html: string): string | undefined {
    const names = [...html.matchAll(/<\/?([a-z][\w:-]*)/giu)].map(([, name = ""]) => name.toLowerCase());
    if (/<[!?]/u.test(html) || !names.every(isSafeElement)) return undefined;
    const tokens = [...htmlTokens(html)];
    let out = "";
    for (const [i, token] of tokens.entries()) {
      const source = html.slice(token.offset, tokens[i + 1]?.offset ?? html.length);
      if (token.kind === "text") {
        // A tag without an end goes on behind the answer.
        if (source.includes("<")) return undefined;
        // Other readers of Markdown than GitHub's may see a table here, and an image in it.
        // In a block of HTML no address is a link, so that none is one to every reader: as amid brackets.
        out += neutraliseText(source, "[").replaceAll("![", "&#33;[");
      } else if (token.kind === "open") {
        if (hasEnd(token.name) && !source.endsWith("/>")) this.#open.push(this.#deeper(token.name));
        out += safeTag(
          this.#deeper(token.name),
          source,
          (url, kind) => newAddress(url, kind, this.#thread),
          (image) => isOwnImage(image, this.#thread),
        );
      } else out += this.#close(this.#deeper(token.name));
    }
    return out;
  }

  /** An end tag of nothing that is open would end something around the text. */
  #close(name: string): string {
    const at = this.#open.lastIndexOf(name);
    if (at === -1) return "";
    const inner = this.#open.splice(at).slice(1).toReversed();
    return [...inner, name].map((it) => `</${it}>`).join("");
  }

  #deeper(name: string): string {
    const depth = /^h([1-6])$/u.exec(name)?.[1];
    return depth === undefined ? name : `h${Math.min(6, Number(depth) + this.#shift)}`;
  }
}

/** Whether the tag that made a block HTML is gone: what is left of it would be Markdown. */
function isBared(before: string, after: string): boolean {
  const [old, now] = [before, after].map((it) => /^\s*<(\/?[a-z]+)/iu.exec(it)?.[1]?.toLowerCase());
  return after.trim() !== "" && old !== now;
}

/**
 * Whether what follows such a start of a line could make a block of HTML of it, in which `\\<` begins a tag: there a tag
 * that is left out leaves a gap. https://spec.commonmark.org/0.31.2/#html-blocks
 */
function beginsBlock(line: string): boolean {
  return /^[^\p{L}<]*(?:<|$)/u.test(line);
}

function textOf(html: string): string {
  return [...htmlTokens(html)].map((it) => (it.kind === "text" ? it.text : "")).join("");
}

/** Undefined where the address stays as it is. */
function newAddress(url: string, kind: "link" | "image", thread: string | undefined): string | undefined {
  const quiet = neutraliseAddress(url);
  return resolveAddress(url, kind, thread) ?? (quiet === url ? undefined : quiet);
}

/** HTML as readers see it where nobody interprets it; of a block, each line as one of a paragraph. */
function asText(html: string, isBlock: boolean): string {
  const lines = withoutComments(html)
    .split("\n")
    .map((line) => (isBlock ? line.trim() : line));
  const escaped = lines.map((line) => neutraliseText(line.replaceAll(/[\\`*_{}[\]()<>#+!|~&=$^.:-]/gu, "\\$&")));
  return isBlock ? escaped.filter((line) => line !== "").join("\\\n") : escaped.join("\n");
}
