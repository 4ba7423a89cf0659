import type { Node, Root, RootContent } from "mdast";
import { splitPieces } from "./split-pieces.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { childrenOf } from "./plain-text.ts";

/**
 * Reads long Markdown as `parseMarkdown` does, piece by piece: the parser's time grows with the square of a text's
 * lists. What was read once is not parsed again, so a text that changed in one place costs little more. Positions in
 * its trees are offsets and columns; lines are those of the piece.
 */
export class PieceParser {
  readonly #trees = new Map<string, Root>();

  parse(text: string): Root {
    const pieces = this.#pieces(text);
    const labels = new Set(pieces.flatMap(({ tree }) => [...labelsIn(tree)]));
    const children = pieces.flatMap((piece) => this.#nodes(piece, labels));
    return { type: "root", children };
  }

  /** Each with its tree. What a piece leaves open goes on to the end: nothing behind it is a piece of its own. */
  #pieces(text: string): readonly Piece[] {
    const cuts = [0, ...splitPieces(text)];
    const pieces: Piece[] = [];
    for (const [i, start] of cuts.entries()) {
      const source = text.slice(start, cuts[i + 1]);
      const tree = this.#tree(source);
      if (i + 1 < cuts.length && isOpen(tree, source)) {
        const rest = text.slice(start);
        return [...pieces, { source: rest, start, tree: this.#tree(rest) }];
      }
      pieces.push({ source, start, tree });
    }
    return pieces;
  }

  /** Labels that other pieces define make links and footnotes of brackets in this one. */
  #nodes({ source, start, tree }: Piece, labels: ReadonlySet<string>): RootContent[] {
    const own = new Set(labelsIn(tree));
    const named = new Set([...labelsNamed(source)].map(normal));
    const foreign = [...labels].filter((label) => !own.has(label) && named.has(label));
    if (foreign.length === 0) return tree.children.map((node) => moved(node, start));
    const definitions = foreign.map((label) => `[${label}]: x\n\n`).join("");
    // What opens a text may be front matter, and what ends it open to the end.
    const isFirst = start === 0;
    const before = isFirst ? 0 : definitions.length;
    const known = this.#tree(isFirst ? `${source}\n\n${definitions}` : definitions + source);
    const nodes = known.children.filter(({ position }) => {
      const offset = (position?.start.offset ?? 0) - before;
      return offset >= 0 && offset < source.length;
    });
    return nodes.map((node) => moved(node, start - before));
  }

  #tree(source: string): Root {
    const known = this.#trees.get(source) ?? parseMarkdown(source);
    this.#trees.set(source, known);
    return known;
  }
}

/** What stands in brackets that hold no others, and may be a label. */
function* labelsNamed(source: string): Iterable<string> {
  let start: number | undefined;
  for (const { 0: mark, index } of source.matchAll(/\\.|[[\]]/gs)) {
    if (mark === "[") start = index + 1;
    else if (mark === "]") {
      if (start !== undefined && start < index && index - start <= maxLabelLength) yield source.slice(start, index);
      start = undefined;
    }
  }
}

/** https://spec.commonmark.org/0.31.2/#link-label */
const maxLabelLength = 999;

interface Piece {
  readonly source: string;
  readonly start: number;
  readonly tree: Root;
}

/** As brackets have to name them: as written but for white space and case, those of footnotes with their `^`. */
function* labelsIn(node: Node): Iterable<string> {
  if (node.type === "definition" && "label" in node) yield normal(String(node.label));
  if (node.type === "footnoteDefinition" && "label" in node) yield `^${normal(String(node.label))}`;
  for (const child of childrenOf(node)) yield* labelsIn(child);
}

function normal(label: string): string {
  return label.replaceAll(/\s+/g, " ").trim().toLowerCase().toUpperCase();
}

/**
 * Whether the last block of a piece goes on over the blank line and the heading behind it, or would, in a list or quote
 * that the heading ends: there the parser takes the blank line for a line of the block where the text ends with it.
 */
function isOpen(tree: Root, source: string): boolean {
  const top = tree.children.at(-1);
  const last = top && lastIn(top);
  const written = source.slice(last?.position?.start.offset ?? 0, last?.position?.end.offset).trimEnd();
  if (last?.type === "html") return endsOf(written)?.test(written) === false;
  if (last?.type !== "code") return false;
  const fence = /^(`{3,}|~{3,})/.exec(written)?.[1];
  // In a list or quote the closing fence stands as far in as the opening one may.
  const indent = last === top ? 3 : (last.position?.start.column ?? 1) + 2;
  const lineStart = written.lastIndexOf("\n");
  const [, before = "", closing] = /^\n([ \t>]*)(`{3,}|~{3,})$/.exec(written.slice(Math.max(0, lineStart))) ?? [];
  return fence !== undefined && !(before.length <= indent && closing?.startsWith(fence) === true);
}

/** What a block ends with: itself, or what is last in the list or quote that it is. */
function lastIn(block: Node): Node {
  const inner = containers.has(block.type) ? childrenOf(block).at(-1) : undefined;
  return inner === undefined ? block : lastIn(inner);
}

const containers: ReadonlySet<string> = new Set(["list", "listItem", "blockquote", "footnoteDefinition"]);

/** HTML that blank lines do not end: https://spec.commonmark.org/0.31.2/#html-blocks */
function endsOf(html: string): RegExp | undefined {
  if (/^<(?:script|pre|style|textarea)/i.test(html)) return /<\/(?:script|pre|style|textarea)>/i;
  if (html.startsWith("<!--")) return /-->/;
  if (html.startsWith("<?")) return /\?>/;
  if (html.startsWith("<![CDATA[")) return /\]\]>/;
  return /^<![a-z]/i.test(html) ? />/ : undefined;
}

/** A copy that stands so much further back. */
function moved<Some extends Node>(node: Some, by: number): Some {
  const { position } = node;
  const children = childrenOf(node);
  return {
    ...node,
    ...(position !== undefined && {
      position: {
        start: { ...position.start, offset: (position.start.offset ?? 0) + by },
        end: { ...position.end, offset: (position.end.offset ?? 0) + by },
      },
    }),
    ...(children.length > 0 && { children: children.map((child) => moved(child, by)) }),
  };
}
