import type { Html, Node, Paragraph, PhrasingContent, RootContent } from "mdast";
import { htmlTokens, voidElements, type HtmlToken } from "../../text/html-tokens.ts";
import { childrenOf } from "../../text/plain-text.ts";
import { encodeAttribute, encodeText } from "./escape-text.ts";
import type { JsxElement } from "./serialize.ts";

type Child = JsxElement["children"][number];

/** Between these and what they hold, blanks are no text. */
const blocks: ReadonlySet<string> = new Set(
  `h1 h2 h3 h4 h5 h6 p div table thead tbody tfoot tr td th caption ul ol li dl dt dd blockquote pre hr details summary
  figure figcaption br`.split(/\s+/u),
);

/**
 * Turns the HTML in a tree into elements, each with all that stands between its tags, as far as its parent goes: JSX has
 * no element that is opened in one paragraph and closed in another. Changes the tree in place. The HTML is harmless
 * already (see `relocate-html.ts`).
 */
export function htmlToJsx(node: Node): void {
  for (const child of childrenOf(node)) htmlToJsx(child);
  if (!("children" in node) || !childrenOf(node).some(({ type }) => type === "html")) return;
  const isInline = inline.has(node.type);
  const builder = new Builder(isInline);
  for (const child of node.children as Child[]) {
    if (child.type === "html") builder.html(child);
    else builder.add(child);
  }
  node.children = isInline ? onOneLine(builder.end()) : asBlocks(builder.end());
}

/** A tag alone on its line ends the paragraph that it stands in, so no line ends beside one. */
function onOneLine(children: readonly Child[], isInside = false): Child[] {
  const isTag = (it: Child | undefined): boolean => (it === undefined ? isInside : it.type === "jsxElement");
  return children.map((child, i) => {
    const [before, after] = [isTag(children[i - 1]), isTag(children[i + 1])];
    if (child.type === "jsxElement") return { ...child, children: onOneLine(child.children, true) };
    if (child.type === "break" && (before || after)) return lineBreak;
    if (child.type !== "text") return child;
    const start = before ? withoutFirstEnd(child.value) : child.value;
    return { ...child, value: after ? withoutLastEnd(start) : start };
  });
}

function withoutFirstEnd(text: string): string {
  const rest = text.trimStart();
  return text.slice(0, text.length - rest.length).includes("\n") ? ` ${rest}` : text;
}

function withoutLastEnd(text: string): string {
  const rest = text.trimEnd();
  return text.slice(rest.length).includes("\n") ? `${rest} ` : text;
}

const lineBreak: JsxElement = { type: "jsxElement", name: "br", attributes: "", isFlow: false, children: [] };

const inline: ReadonlySet<string> = new Set(
  "paragraph heading emphasis strong delete link linkReference tableCell".split(" "),
);

interface Open {
  readonly name: string;
  readonly attributes: string;
  readonly children: Child[];
}

/** Puts tags and what stands between them together. */
class Builder {
  readonly #isInline: boolean;
  readonly #open: Open[] = [{ name: "", attributes: "", children: [] }];

  constructor(isInline: boolean) {
    this.#isInline = isInline;
  }

  add(child: Child): void {
    this.#open.at(-1)?.children.push(child);
  }

  html({ value }: Html): void {
    const tokens = [...htmlTokens(value)];
    for (const [i, token] of tokens.entries()) this.#token(token, tokens[i - 1], tokens[i + 1]);
  }

  end(): Child[] {
    while (this.#open.length > 1) this.#close();
    return this.#open[0]?.children ?? [];
  }

  #token(token: HtmlToken, before: HtmlToken | undefined, after: HtmlToken | undefined): void {
    if (token.kind === "text") return this.#text(token.text, before, after);
    const { name } = token;
    if (token.kind === "open") {
      this.#open.push({ name, attributes: jsxAttributes(token.source), children: [] });
      if (voidElements.has(name) || token.source.endsWith("/>")) this.#close();
    } else if (this.#open.some((it) => it.name === name)) {
      while (this.#open.at(-1)?.name !== name) this.#close();
      this.#close();
    }
  }

  #text(text: string, before: HtmlToken | undefined, after: HtmlToken | undefined): void {
    const isInPre = this.#open.some(({ name }) => name === "pre");
    const line = isInPre ? text : text.replaceAll(/\s+/gu, " ");
    if (!isInPre && line.trim() === "" && (isBlock(before) || isBlock(after))) return;
    const value = encodeText(line).replaceAll("\n", "&#10;");
    if (value !== "") this.add({ type: "verbatim", value });
  }

  #close(): void {
    const done = this.#open.pop();
    if (done === undefined) return;
    const isFlow = !this.#isInline && !done.children.every(isPhrasing);
    // A paragraph holds no blocks, and Markdown finds none in `<pre>`.
    const name = isFlow && (done.name === "p" || done.name === "pre") ? "div" : done.name;
    this.add({ ...done, type: "jsxElement", name, isFlow, children: isFlow ? asBlocks(done.children) : done.children });
  }
}

/** Nothing, at the beginning or end of a block of HTML, parts as a block does. */
function isBlock(token: HtmlToken | undefined): boolean {
  return token === undefined || (token.kind !== "text" && blocks.has(token.name));
}

function isPhrasing(node: Child): node is PhrasingContent {
  return node.type === "verbatim" || (node.type === "jsxElement" && !node.isFlow);
}

/** What stands between blocks as paragraphs of its own. */
function asBlocks(children: readonly Child[]): RootContent[] {
  const out: RootContent[] = [];
  let words: PhrasingContent[] = [];
  const flush = (): void => {
    const paragraph: Paragraph = { type: "paragraph", children: words };
    if (words.some((it) => it.type !== "verbatim" || it.value.trim() !== "")) out.push(paragraph);
    words = [];
  };
  for (const child of children) {
    if (isPhrasing(child)) words.push(child);
    else {
      flush();
      out.push(child);
    }
  }
  flush();
  return out;
}

/** Attributes that React, and so JSX, spells in another way. HTML does not care for capitals. */
const spelled: Readonly<Record<string, string>> = {
  cellpadding: "cellPadding",
  cellspacing: "cellSpacing",
  colspan: "colSpan",
  datetime: "dateTime",
  rowspan: "rowSpan",
  srcset: "srcSet",
  valign: "vAlign",
};

const attribute = /\s([a-z][\w-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/giu;

/** The attributes of a tag as JSX has them, with strings as values, or none; a blank before each. */
function jsxAttributes(tag: string): string {
  return [...tag.matchAll(attribute)]
    .map(([, written = "", double, single, bare]) => {
      const name = spelled[written.toLowerCase()] ?? written.toLowerCase();
      const value = double ?? single ?? bare;
      return value === undefined ? ` ${name}` : ` ${name}="${encodeAttribute(value)}"`;
    })
    .join("");
}
