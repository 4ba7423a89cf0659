import { idOfTag } from "./heading-ids.ts";
import { attributeOf, htmlTokens, type HtmlToken } from "./html-tokens.ts";
import type { Piece } from "./piece.ts";
import { imageTextOfTag } from "./plain-text.ts";

/** Longest text taken for a heading whose end tag is missing. */
const maxHeading = 500;
/** Inside these, a heading is part of something else and starts no section. */
const holders = new Set(["table", "ul", "ol", "blockquote", "dl"]);
/** Where a browser breaks the line. */
const blocks = new Set(
  "address article aside br dd details div dl dt figcaption figure footer header hr li main nav ol p pre section summary table td th tr ul".split(
    " ",
  ),
);

interface OpenHeading {
  readonly depth: number;
  readonly offset: number;
  readonly startsSection: boolean;
  readonly urls: string[];
  readonly id: string | undefined;
  readonly others: string[];
  text: string;
  imageText: string;
}

/**
 * Reads the HTML blocks of a page, one after the other. A heading may be opened in one, have its text as Markdown,
 * and be closed in another: GitHub gives anchors to what the rendered page has as headings, however they were written.
 */
export class HtmlReader {
  readonly #give: (piece: Piece) => void;
  #heading: OpenHeading | undefined;
  #code: { readonly offset: number; text: string } | undefined;
  #text = "";
  #holders = 0;

  constructor(give: (piece: Piece) => void) {
    this.#give = give;
  }

  read(html: string, offset: number, startsSection: boolean): void {
    this.#holders = 0;
    for (const token of htmlTokens(html)) this.#token(token, offset + token.offset, startsSection);
    this.#flushText(offset);
    this.#endCode();
  }

  /** Whether Markdown text belongs to a heading that HTML opened. */
  takesText(text: string): boolean {
    if (this.#heading === undefined) return false;
    this.#heading.text += text;
    if (this.#heading.text.length > maxHeading) this.end();
    return true;
  }

  /** What comes next is no part of a heading any more. */
  end(): void {
    const heading = this.#heading;
    this.#heading = undefined;
    if (heading === undefined) return;
    const { text: slugText, depth, offset, startsSection, id, others } = heading;
    const title = slugText.trim() || heading.imageText;
    const names = { ownText: slugText, ...(id !== undefined && { id }), others, old: [], isHtml: true };
    this.#give({ kind: "heading", depth, slugText, title, ...names, startsSection, offset });
    if (!startsSection) this.#give({ kind: "text", text: title, offset });
    for (const url of heading.urls) this.#give({ kind: "link", url, offset });
  }

  #token(token: HtmlToken, offset: number, startsSection: boolean): void {
    if (token.kind === "text") this.#addText(token.text);
    else if (/^h[1-6]$/.test(token.name)) this.#headingTag(token, offset, startsSection);
    else if (token.name === "pre") this.#preTag(token, offset);
    else this.#otherTag(token, offset);
  }

  #headingTag(token: HtmlToken, offset: number, startsSection: boolean): void {
    this.#flushText(offset);
    this.end();
    if (token.kind !== "open") return;
    const starts = startsSection && this.#holders === 0;
    const [id] = idOfTag(token.name, token.source);
    const empty = { urls: [], others: [], text: "", imageText: "" };
    this.#heading = { depth: Number(token.name[1]), offset, startsSection: starts, id, ...empty };
  }

  #preTag(token: HtmlToken, offset: number): void {
    this.#flushText(offset);
    this.#endCode();
    if (token.kind === "open") this.#code = { offset, text: "" };
  }

  #otherTag(token: Exclude<HtmlToken, { readonly kind: "text" }>, offset: number): void {
    if (holders.has(token.name)) this.#holders = Math.max(0, this.#holders + (token.kind === "open" ? 1 : -1));
    if (blocks.has(token.name) && this.#heading === undefined) this.#addText("\n");
    const href = token.kind === "open" && token.name === "a" ? attributeOf(token.source, "href") : undefined;
    if (this.#heading !== undefined) {
      this.#heading.imageText += imageTextOfTag(token);
      if (token.kind === "open") this.#heading.others.push(...idOfTag(token.name, token.source));
    }
    if (href === undefined) return;
    if (this.#heading === undefined) this.#give({ kind: "link", url: href, offset });
    else this.#heading.urls.push(href);
  }

  #addText(text: string): void {
    if (this.#heading !== undefined) this.takesText(text);
    else if (this.#code !== undefined) this.#code.text += text;
    else this.#text += text;
  }

  #flushText(offset: number): void {
    const text = this.#text.replaceAll(/(?<![ \t])[ \t]*\n\s*/g, "\n").trim();
    this.#text = "";
    if (text !== "") this.#give({ kind: "text", text, offset });
  }

  #endCode(): void {
    const code = this.#code;
    this.#code = undefined;
    if (code !== undefined)
      this.#give({ kind: "code", text: code.text.replace(/^\n/, "").trimEnd(), offset: code.offset });
  }
}
