import type { Root } from "mdast";
import type { Node, Parent } from "unist";
import { addressesIn } from "./addresses.ts";
import { idsOfAnchorBlock } from "./anchor-block.ts";
import { beforeAttributeList } from "./attribute-list.ts";
import { readHeadingIds } from "./heading-ids.ts";
import { HtmlReader } from "./html-reader.ts";
import { attributeOf, htmlTokens } from "./html-tokens.ts";
import type { HeadingPiece, Piece } from "./piece.ts";
import { childrenOf, flowingText, imageText, plainText, slugText, valueOf } from "./plain-text.ts";

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

/** A comment on the anchors that follow it. */
const oldMark = /<!--[^>]{0,200}\b(?:old|former|legacy|previous|backwards?[- ]compat\w*)\b/iu;

class PieceReader {
  readonly #pieces: Piece[] = [];
  readonly #html = new HtmlReader((piece) => this.#give(piece));
  readonly #definitions: ReadonlyMap<string, string>;
  /** Ids of anchors that stand alone: the heading that follows is meant. */
  #before: readonly string[] = [];
  /** Whether a comment says that what follows is there for old links, as in https://github.com/rust-lang/book. */
  #isOld = false;

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
    const before = idsOfAnchorBlock(node);
    if (node.type === "html" && oldMark.test(valueOf(node))) this.#isOld = true;
    if (before !== undefined) this.#before = [...this.#before, ...before];
    else if (node.type === "html") this.#html.read(valueOf(node), offset, startsSection);
    else if (containers.has(node.type)) for (const child of childrenOf(node)) this.read(child, false);
    else if (node.type === "mdxJsxFlowElement") for (const child of childrenOf(node)) this.read(child, startsSection);
    else if (node.type === "heading") this.#heading(node, startsSection, offset);
    else if (node.type === "code" || node.type === "math") {
      this.#html.end();
      this.#give({ kind: "code", text: valueOf(node), offset });
    } else this.#prose(node, offset);
  }

  /** Only a heading right behind an anchor is named by it. */
  #give(piece: Piece): void {
    if (piece.kind === "text" && piece.text === "") return;
    this.#pieces.push(piece.kind === "heading" ? this.#named(piece) : piece);
    if (piece.kind === "link") return;
    this.#before = [];
    this.#isOld = false;
  }

  #named(heading: HeadingPiece): HeadingPiece {
    const { others } = heading;
    return this.#isOld ? { ...heading, old: this.#before } : { ...heading, others: [...this.#before, ...others] };
  }

  /** kramdown takes attributes of a heading from the line below: https://kramdown.gettalong.org/syntax.html#block-ials */
  #takeAttributes(text: string): string {
    const last = this.#pieces.at(-1);
    if (last?.kind !== "heading" || !text.startsWith("{:")) return text;
    const [line = ""] = text.split("\n", 1);
    const list = beforeAttributeList(line);
    if (list?.text !== "") return text;
    const [id] = list.ids;
    const named: HeadingPiece = id === undefined ? last : { ...last, id };
    this.#pieces.splice(-1, 1, named);
    return text.slice(line.length).trimStart();
  }

  #heading(node: Node, startsSection: boolean, offset: number): void {
    this.#html.end();
    const depth = "depth" in node && typeof node.depth === "number" ? node.depth : 1;
    const { id, others, children } = readHeadingIds(node);
    const own: Parent = { type: "heading", children: [...children] };
    const title = plainText(own) || imageText(own);
    const names = { ownText: slugText(own), ...(id !== undefined && { id }), others, old: [], isHtml: false };
    this.#give({ kind: "heading", depth, slugText: slugText(node), title, ...names, startsSection, offset });
    if (!startsSection) this.#give({ kind: "text", text: title, offset });
    this.#links(node, offset);
  }

  #prose(node: Node, offset: number): void {
    const written = plainText(node);
    const said = written.replace(alertMark, "");
    if (this.#html.takesText(said)) return;
    const rest = this.#takeAttributes(said);
    const text = rest === written ? flowingText(node) : rest;
    this.#give({ kind: "text", text, offset, inlineCode: inlineCodeIn(node) });
    this.#links(node, offset);
  }

  #links(node: Node, offset: number, isInLink = false): void {
    const urls = node.type === "text" && !isInLink ? addressesIn(valueOf(node)) : this.#urlsOf(node);
    for (const url of urls) this.#give({ kind: "link", url, offset });
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

function inlineCodeIn(node: Node): readonly string[] {
  return node.type === "inlineCode" ? [valueOf(node)] : childrenOf(node).flatMap(inlineCodeIn);
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
