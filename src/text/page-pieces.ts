import type { Node, Root } from "mdast";
import { addressesIn } from "./addresses.ts";
import { HtmlReader } from "./html-reader.ts";
import { attributeOf, htmlTokens } from "./html-tokens.ts";
import type { Piece } from "./piece.ts";
import { childrenOf, imageText, plainText, slugText, valueOf } from "./plain-text.ts";

const containers = new Set(["blockquote", "list", "listItem", "footnoteDefinition"]);
const unread = new Set(["definition", "yaml", "toml", "thematicBreak", "mdxjsEsm", "mdxFlowExpression"]);

const isFootnote = (node: Node): boolean => node.type === "footnoteDefinition";

/** Flatten a page's tree into pieces in reading order. Footnotes come last, where GitHub shows them. */
export function pagePieces(tree: Root): readonly Piece[] {
  const reader = new PieceReader(definitionsOf(tree));
  for (const node of tree.children.filter((it) => !isFootnote(it))) reader.read(node, true);
  for (const node of tree.children.filter(isFootnote)) reader.read(node, false);
  return reader.end();
}

/** First line of an alert: https://docs.github.com/get-started/writing-on-github (basic formatting, alerts). */
const alertMark = /^\[!(?:note|tip|important|warning|caution)\](?:\n|$)/i;

class PieceReader {
  readonly #pieces: Piece[] = [];
  readonly #html = new HtmlReader((piece) => this.#pieces.push(piece));
  readonly #definitions: ReadonlyMap<string, string>;

  constructor(definitions: ReadonlyMap<string, string>) {
    this.#definitions = definitions;
  }

  end(): readonly Piece[] {
    this.#html.end();
    return this.#pieces;
  }

  read(node: Node, startsSection: boolean): void {
    const offset = node.position?.start.offset ?? 0;
    if (unread.has(node.type)) return;
    if (node.type === "html") this.#html.read(valueOf(node), offset, startsSection);
    else if (containers.has(node.type)) for (const child of childrenOf(node)) this.read(child, false);
    else if (node.type === "mdxJsxFlowElement") for (const child of childrenOf(node)) this.read(child, startsSection);
    else if (node.type === "heading") this.#heading(node, startsSection, offset);
    else if (node.type === "code" || node.type === "math") {
      this.#html.end();
      this.#pieces.push({ kind: "code", text: valueOf(node), offset });
    } else this.#prose(node, offset);
  }

  #heading(node: Node, startsSection: boolean, offset: number): void {
    this.#html.end();
    const depth = "depth" in node && typeof node.depth === "number" ? node.depth : 1;
    const title = plainText(node) || imageText(node);
    this.#pieces.push({ kind: "heading", depth, slugText: slugText(node), title, startsSection, offset });
    if (!startsSection) this.#pieces.push({ kind: "text", text: title, offset });
    this.#links(node, offset);
  }

  #prose(node: Node, offset: number): void {
    const text = plainText(node).replace(alertMark, "");
    if (this.#html.takesText(text)) return;
    this.#pieces.push({ kind: "text", text, offset });
    this.#links(node, offset);
  }

  #links(node: Node, offset: number, isInLink = false): void {
    const urls = node.type === "text" && !isInLink ? addressesIn(valueOf(node)) : this.#urlsOf(node);
    for (const url of urls) this.#pieces.push({ kind: "link", url, offset });
    const holdsLinks = isInLink || node.type === "link" || node.type === "linkReference";
    for (const child of childrenOf(node)) this.#links(child, offset, holdsLinks);
  }

  #urlsOf(node: Node): readonly string[] {
    if (node.type === "link" && "url" in node) return [String(node.url)];
    if (node.type === "html") return hrefsIn(valueOf(node));
    const url = node.type === "linkReference" && "identifier" in node && this.#definitions.get(String(node.identifier));
    return typeof url === "string" ? [url] : [];
  }
}

function hrefsIn(html: string): readonly string[] {
  return [...htmlTokens(html)].flatMap((token) => {
    const href = token.kind === "open" && token.name === "a" ? attributeOf(token.source, "href") : undefined;
    return href === undefined ? [] : [href];
  });
}

/** Link targets by normalised label; of two definitions the first counts. */
function definitionsOf(node: Node, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (node.type === "definition" && "identifier" in node && "url" in node) {
    const label = String(node.identifier);
    if (!found.has(label)) found.set(label, String(node.url));
  }
  for (const child of childrenOf(node)) definitionsOf(child, found);
  return found;
}
