import GithubSlugger from "github-slugger";
import type { Blockquote, Heading, Html, Root, RootContent } from "mdast";
import { plainText, slugText } from "../../text/plain-text.ts";
import { headingText, htmlHeadings } from "./headings.ts";
import { bareAnchor, ownAnchor } from "./anchors.ts";
import { endsAsQuestion } from "./looks-like-question.ts";
import { questionSign } from "./question-sign.ts";

/** A block at the top level of a file, or of a quote that begins with a heading. */
export interface Block {
  readonly node: RootContent;
  readonly start: number;
  readonly end: number;
  readonly heading?: BlockHeading;
  /** The fragment of an `<a name>` or `id` in it: people put these where headings have no anchor of their own. */
  readonly ownAnchor: string | undefined;
  /** Fragments of the headings inside of a list. */
  readonly nested?: ReadonlyMap<RootContent, Pick<BlockHeading, "anchor" | "slug">>;
  /** Whether it stands in a quote. */
  readonly isQuoted?: boolean;
}

export interface BlockHeading {
  readonly depth: number;
  /** On one line, without an id. */
  readonly title: string;
  /** The fragment that leads to it: the one people gave it, else the one GitHub gives it. */
  readonly anchor: string;
  /** The one that GitHub gives it. */
  readonly slug: string;
  /** How it is written where that is not Markdown's `#` or underline. */
  readonly isHtml?: boolean;
}

/** The blocks of a file in order, headings numbered as GitHub does. */
export function blocksOf(tree: Root, text: string): readonly Block[] {
  const slugger = new GithubSlugger();
  const blocks: Block[] = [];
  const quoteAsks = asksInQuotes(tree);
  for (const node of tree.children) {
    const above = blocks.at(-1);
    const given = above === undefined ? undefined : bareAnchor(above.node);
    const isAbove = above !== undefined && text.slice(above.end, startOf(node)).trim() === "";
    blocks.push(...blocksIn(node, { text, slugger, given: isAbove ? given : undefined, quoteAsks }));
  }
  return blocks;
}

/**
 * Whether most headings behind the first stand in quotes, and most quotes that ask do so by a heading: then these are the
 * page's own, and nobody's words.
 */
function asksInQuotes({ children }: Root): boolean {
  const quotes = children.filter((it) => it.type === "blockquote");
  const quoted = quotes.filter((it) => it.children[0]?.type === "heading").length;
  const headings = children.filter(({ type }) => type === "heading").length;
  return quoted > Math.max(0, headings - 1, quotes.filter(isQuotedQuestion).length);
}

/** A question alone in a quote, without a heading. */
function isQuotedQuestion({ children: [only, ...more] }: Blockquote): boolean {
  if (only?.type !== "paragraph" || more.length > 0) return false;
  const question = plainText(only);
  return !question.includes("\n") && (questionSign(question) > 0 || endsAsQuestion(question));
}

interface Numbering {
  readonly text: string;
  readonly slugger: GithubSlugger;
  /** The fragment of the bare anchor right above. */
  readonly given: string | undefined;
  /** Whether the headings in quotes are those of the page. */
  readonly quoteAsks: boolean;
}

function blocksIn(node: RootContent, numbering: Numbering): Block[] {
  if (node.type === "html" || isHtmlHeading(node, numbering.text)) return htmlBlocks(node, numbering);
  if (node.type === "heading") return [headingBlock(node, numbering)];
  if (node.type === "blockquote" && numbering.quoteAsks) return quotedBlocks(node, numbering);
  const nested = new Map<RootContent, Pick<BlockHeading, "anchor" | "slug">>();
  countNested(node, numbering.slugger, nested);
  return [{ ...plainBlock(node), ...(nested.size > 0 && { nested }) }];
}

function plainBlock(node: RootContent): Block {
  return { node, start: startOf(node), end: node.position?.end.offset ?? 0, ownAnchor: ownAnchor(node) };
}

function headingBlock(node: Heading, { slugger, given }: Numbering): Block {
  const { title, id } = headingText(node);
  const slug = slugger.slug(slugText(node));
  return { ...plainBlock(node), heading: { depth: node.depth, title, anchor: id ?? given ?? slug, slug } };
}

/** What a quote holds: people put questions, or whole entries, into quotes. */
function quotedBlocks(quote: Blockquote, numbering: Numbering): Block[] {
  return quote.children.flatMap((node, i) => {
    const given = i === 0 ? numbering.given : undefined;
    const blocks = blocksIn(node, { ...numbering, given });
    return blocks.map((it) => ({ ...it, start: lineStart(numbering.text, it.start), isQuoted: true }));
  });
}

/** Where the marks of a quote before a place begin. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[ \t>]/u.test(text[start - 1] ?? "")) start--;
  return start;
}

/** Behind an anchor, a heading in HTML is a paragraph for Markdown: `<a id="start"></a><h3>How do I start?</h3>`. */
function isHtmlHeading(node: RootContent, text: string): boolean {
  const source = node.type === "paragraph" ? text.slice(startOf(node), startOf(node) + 300) : "";
  return /^(?:<\/?(?:a|span)\b[^<>]*>\s*){1,4}<h[1-6]\b/iu.test(source);
}

/**
 * HTML with its headings apart: `<h3 id="start">How do I start?</h3>`. GitHub gives an anchor to these as well.
 * @see https://github.com/gjtorikian/html-pipeline/blob/main/lib/html_pipeline/node_filter/table_of_contents_filter.rb
 */
function htmlBlocks(node: RootContent, { text, slugger, given }: Numbering): Block[] {
  const [start, end] = [startOf(node), node.position?.end.offset ?? 0];
  const blocks: Block[] = [];
  let at = start;
  const rest = (until: number): void => {
    const value = text.slice(at, until).trim();
    if (value === "") return;
    const from = text.indexOf(value, at);
    const piece: Html = { type: "html", value };
    blocks.push({ node: piece, start: from, end: from + value.length, ownAnchor: ownAnchor(piece) });
  };
  for (const found of htmlHeadings(text.slice(start, end))) {
    rest(start + found.start);
    const slug = slugger.slug(found.heading.title);
    const above = blocks.length === 0 ? given : undefined;
    const heading = { ...found.heading, anchor: found.id ?? above ?? slug, slug, isHtml: true };
    at = start + found.end;
    blocks.push({ node, start: start + found.start, end: at, heading, ownAnchor: found.id });
  }
  if (blocks.length === 0) return [plainBlock(node)];
  rest(end);
  return blocks;
}

/** Headings in quotes and lists have anchors as well, which those after them must not get. */
function countNested(
  node: RootContent,
  slugger: GithubSlugger,
  anchors: Map<RootContent, Pick<BlockHeading, "anchor" | "slug">>,
): void {
  if (node.type === "heading") {
    const slug = slugger.slug(slugText(node));
    anchors.set(node, { anchor: headingText(node).id ?? slug, slug });
  } else if ("children" in node) for (const child of node.children) countNested(child, slugger, anchors);
}

function startOf(node: RootContent): number {
  return node.position?.start.offset ?? 0;
}
