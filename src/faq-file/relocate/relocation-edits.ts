import { slug } from "github-slugger";
import type { Definition, Heading, Html, Node, Nodes, Parent, Root } from "mdast";
import type { Edit } from "../edit/text-edit.ts";
import { takesAnchor } from "../read/anchors.ts";
import { boldHeadings, demoteHeadings } from "./heading-edits.ts";
import { destination, inlineReference, linkTail, resolveAddress } from "./link-edits.ts";
import { endsInAddress } from "../../text/ends-in-address.ts";
import { neutraliseText, zeroWidthSpace, neutraliseAddress } from "./neutralise-text.ts";
import { outsideMath } from "./outside-math.ts";
import { emptyComment, HtmlRelocation } from "./relocate-html.ts";
import { isOwnImage, isSafeAddress } from "./safe-html.ts";
import { childrenOf, slugText } from "../../text/plain-text.ts";

/** How much of a block before a text is looked at, in UTF-16 units. */
const maxBefore = 2_000;

/** A set of labels of links and footnotes. */
interface LabelSet {
  has(label: string): boolean;
}

export interface RelocationTarget {
  /** Address of the thread that the text comes from; undefined where there is none. */
  readonly thread: string | undefined;
  /** Depth of the heading that the text will stand under; its own headings go below. */
  readonly depth: number;
  /** Prefix of the labels of footnotes, so that they differ from all others in the file. */
  readonly key: string;
  /**
   * Labels that the new file defines, in lower case: brackets around one are text in the answer, and must not become a
   * link in the file.
   */
  readonly taken: LabelSet;
  /** Anchors of headings further down in the file: no heading of the text may take one. */
  readonly later?: Iterable<string>;
}

/**
 * Whether a node that is removed separates a list or footnote from another list or from indented code, which would
 * otherwise continue it.
 */
function partsLists(node: Html | Definition, parent: Parent | undefined): boolean {
  const siblings = parent?.children ?? [];
  const at = siblings.indexOf(node);
  const before = siblings.slice(0, at).findLast((it) => !isLeftOut(it))?.type;
  const after = siblings.slice(at + 1).find((it) => !isLeftOut(it))?.type;
  const isContainer = before === "list" || before === "footnoteDefinition";
  return isLeftOut(node) && isContainer && (after === "list" || after === "code");
}

function isLeftOut(node: Nodes): boolean {
  return node.type === "definition" || (node.type === "html" && /^<!--(?:(?!-->)[^])*-->\s*$/u.test(node.value));
}

function depthsOf(node: Nodes): readonly number[] {
  if (node.type === "heading") return [node.depth];
  return node.type === "html" ? [...node.value.matchAll(/<h([1-6])\b/giu)].map(([, depth]) => Number(depth)) : [];
}

export class RelocationEdits {
  readonly #text: string;
  readonly #tree: Root;
  readonly #home: RelocationTarget;
  readonly #definitions = new Map<string, Definition>();
  readonly #headings: Heading[] = [];
  /** Of all headings, those in HTML too; 6 where there are none. */
  #shallowest = 6;
  readonly #shift: number;
  readonly #edits: Edit[] = [];
  readonly #html: HtmlRelocation;

  constructor(text: string, tree: Root, home: RelocationTarget) {
    this.#text = text;
    this.#tree = tree;
    this.#home = home;
    this.#collectDefinitions(tree);
    this.#shift = Math.max(0, home.depth + 1 - this.#shallowest);
    this.#html = new HtmlRelocation(home.thread, this.#shift, (heading) => this.#mayStay(heading.trim()));
  }

  edits(): readonly Edit[] {
    this.#visit(this.#tree);
    const { true: kept = [], false: others = [] } = Object.groupBy(this.#headings, (it) =>
      this.#mayStay(slugText(it)) ? "true" : "false",
    );
    this.#edits.push(...demoteHeadings(kept, this.#text, this.#shift), ...boldHeadings(others, this.#text));
    return this.#edits;
  }

  /** A heading stays one where a deeper depth exists and it takes the anchor of no other heading. */
  #mayStay(heading: string): boolean {
    return this.#home.depth < 6 && !takesAnchor(slug(heading), this.#home.later ?? []);
  }

  /** End tags of the HTML that is open at the end of the text; to be called after `edits`. */
  openHtml(): string {
    return this.#html.end();
  }

  /** Of two definitions of a label the first counts. */
  #collectDefinitions(node: Node): void {
    const it = node as Nodes;
    if (it.type === "definition" && !this.#definitions.has(it.identifier)) this.#definitions.set(it.identifier, it);
    if (it.type === "heading") this.#headings.push(it);
    for (const depth of depthsOf(it)) this.#shallowest = Math.min(this.#shallowest, depth);
    for (const child of childrenOf(node)) this.#collectDefinitions(child);
  }

  #visit(node: Node, parent?: Node): void {
    this.#edits.push(...this.#editsOf(node as Nodes, parent as Parent | undefined));
    for (const child of childrenOf(node)) this.#visit(child, node);
  }

  #editsOf(node: Nodes, parent: Parent | undefined): Edit[] {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    switch (node.type) {
      case "text":
        return this.#textEdits(
          start,
          end,
          parent?.type === "link" && !this.#text.startsWith("[", parent.position?.start.offset),
        );
      case "html":
        if (partsLists(node, parent)) return [{ start, end, text: emptyComment }];
        return this.#html.relocate(
          node,
          this.#text,
          parent?.type !== "paragraph" && parent?.type !== "heading" && parent?.type !== "tableCell",
        );
      case "definition":
        if (partsLists(node, parent)) return [{ start, end, text: emptyComment }];
        // An empty list item (`-`) would make a setext heading of the line above.
        return [{ start, end, text: parent?.type === "listItem" && parent.children[0] === node ? zeroWidthSpace : "" }];
      case "emphasis":
        // Only an entry says where it comes from; see `sourceLine`.
        return this.#text.startsWith("_From [discussion ", start)
          ? [{ start: start + 5, end: start + 5, text: zeroWidthSpace }]
          : [];
      case "linkReference":
      case "imageReference": {
        const definition = this.#definitions.get(node.identifier);
        if (definition === undefined) return [];
        const kind = node.type === "linkReference" ? "link" : "image";
        return [inlineReference(node, { ...definition, url: this.#address(definition.url, kind) }, this.#text)];
      }
      case "link":
      case "image": {
        const url = this.#address(node.url, node.type);
        if (url === node.url) return [];
        const tail = linkTail(node, this.#text);
        if (tail !== undefined) return [{ start: tail, end, text: destination(url, node.title) }];
        // `<https://…>`; what leads nowhere is text.
        const written = this.#text.slice(start, end);
        return written === `<${node.url}>`
          ? [{ start, end, text: url === "#" ? neutraliseText(written.slice(1, -1)) : `<${url}>` }]
          : [];
      }
      case "inlineCode":
        // A bare address takes in the backticks behind it, and what was code is none: a space ends it.
        // `<https://…>` is no bare one.
        return !this.#text.endsWith(">", start) &&
          endsInAddress(this.#text.slice(Math.max(0, start - maxBefore), start))
          ? [{ start, end: start, text: " " }]
          : [];
      case "footnoteReference":
      case "footnoteDefinition":
        return [{ start: start + 2, end: start + 2, text: `${this.#home.key}-` }];
      default:
        return [];
    }
  }

  #address(url: string, kind: "link" | "image"): string {
    if (!isSafeAddress(url) || (kind === "image" && !isOwnImage(url, this.#home.thread))) return "#";
    return resolveAddress(url, kind, this.#home.thread) ?? (kind === "link" ? neutraliseAddress(url) : url);
  }

  #textEdits(start: number, end: number, isAddress: boolean): Edit[] {
    const written = this.#text.slice(start, end);
    const block = Math.max(this.#text.lastIndexOf("\n\n", start) + 2, start - maxBefore);
    const text = outsideMath(written, (words) => {
      const before = written.startsWith(words) ? this.#text.slice(block, start) : "$";
      return isAddress ? this.#neutralised(words, "") : escaped(this.#neutralised(words, before));
    });
    return text === written ? [] : [{ start, end, text }];
  }

  #neutralised(words: string, before: string): string {
    // With text that was HTML behind it, a label and a colon would become a definition.
    const undefinedLabel = words.replace(/^\[(?=[^[\]\n]{1,999}\]:[ \t]*$)/u, "\\[");
    const brackets = undefinedLabel.replaceAll(/(?<!\\)\[(\^?[^[\]\\]{1,999})\]/gu, (whole, label: string) =>
      this.#home.taken.has(label.trim().replaceAll(/\s+/gu, " ").toLowerCase()) ? `\\${whole}` : whole,
    );
    return neutraliseText(brackets, before);
  }
}

/** Escapes what makes markdown-it 14.3.3 lose inline code beside a link or image that is not closed. */
function escaped(words: string): string {
  return words.replaceAll(/\\[^]|!\[|`/gu, (it) => (it === "![" ? "!\\[" : it === "`" ? "\\`" : it));
}
