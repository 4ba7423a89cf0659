import GithubSlugger from "github-slugger";
import type { Root } from "mdast";
import type { CodePlace, PageHeading, PageOutline, Section } from "../core/knowledge.ts";
import { takeBareIds } from "./bare-ids.ts";
import { readFrontMatter, type FrontMatter } from "./front-matter.ts";
import { isArchived } from "./is-archived.ts";
import { pagePieces } from "./page-pieces.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import type { HeadingPiece, Piece } from "./piece.ts";
import { resolveLink } from "./resolve-link.ts";

/** Longest text, and longest code, that a section keeps, in UTF-16 units. A reader of more than a hundred pages needs another cut. */
export const maxSectionLength = 200_000;
/** Most links that a section keeps. */
const maxLinks = 500;
/** Longest text of a heading, and most anchors of one, that an outline keeps. */
const maxHeading = 500;
const maxOthers = 10;
/** Most pieces of inline code that a section keeps, and the longest of them. */
const maxInlineCode = 100;
const maxCodeLength = 120;
/** Most blocks of code whose places a section keeps. */
const maxCodePlaces = 200;

/**
 * Splits a docs page into its sections, in order. `path` is the page's path inside the repository, with `/`; `text` is
 * Markdown, or MDX where the path says so. Never throws. A page without headings is one section; an empty one is none.
 */
export function splitSections(path: string, text: string): Section[] {
  return splitTree(path, text, parseMarkdown(text, { mdx: /\.mdx$/i.test(path) }));
}

/** As `splitSections`, with the page's tree in hand. */
export function splitTree(path: string, text: string, tree: Root): Section[] {
  const frontMatter = readFrontMatter(tree);
  const { drafts, headings: outlined } = toDrafts(takeBareIds(pagePieces(tree)));
  const title = titleOf(path, frontMatter, drafts);
  const lineOf = lineCounter(text);
  const retired = isArchived(path, frontMatter.fields) ? ({ retired: "archived" } as const) : {};
  return nameHeadings(drafts, frontMatter, title).map(({ draft, headings }, index) => ({
    path,
    anchor: draft.anchor,
    headings,
    title: headings.at(-1) ?? title,
    text: clip(draft.text.join("\n").trim()),
    code: clip(draft.code.join("\n")),
    links: linksOf(path, draft.urls),
    aliases: index === 0 ? aliasesOf(frontMatter, title) : [],
    line: lineOf(draft.offset),
    ...(draft.inlineCode.size > 0 && { inlineCode: [...draft.inlineCode] }),
    ...(draft.codeAt.length > 0 && { codeAt: draft.codeAt }),
    ...retired,
    ...(index === 0 && { outline: toOutline(frontMatter, outlined) }),
  }));
}

interface Draft {
  /** 0 for the top of a page. */
  readonly depth: number;
  readonly title: string;
  readonly anchor: string;
  readonly offset: number;
  readonly text: string[];
  readonly code: string[];
  readonly urls: string[];
  readonly inlineCode: Set<string>;
  readonly codeAt: CodePlace[];
}

function startDraft(depth: number, title: string, anchor: string, offset: number): Draft {
  return { depth, title, anchor, offset, text: [], code: [], urls: [], inlineCode: new Set(), codeAt: [] };
}

/** Start a section at each heading. Every heading is numbered, those in quotes and lists too, as GitHub does. */
function toDrafts(pieces: readonly Piece[]): { readonly drafts: Draft[]; readonly headings: readonly PageHeading[] } {
  const slugger = new GithubSlugger();
  const headings: PageHeading[] = [];
  const drafts: Draft[] = [];
  const current = (offset: number): Draft => {
    const last = drafts.at(-1) ?? startDraft(0, "", "", offset);
    if (drafts.length === 0) drafts.push(last);
    return last;
  };
  for (const piece of pieces) {
    if (piece.kind === "heading") {
      const anchor = slugger.slug(piece.slugText);
      headings.push(toHeading(piece, anchor));
      if (piece.startsSection) drafts.push(startDraft(piece.depth, oneLine(piece.title), anchor, piece.offset));
    } else if (piece.kind === "link") current(piece.offset).urls.push(piece.url);
    else if (piece.text.trim() !== "") addText(current(piece.offset), piece);
  }
  return { drafts, headings };
}

function addText(draft: Draft, piece: Extract<Piece, { readonly text: string }>): void {
  if (piece.kind === "code" && draft.codeAt.length < maxCodePlaces) {
    draft.codeAt.push([joinedLength(draft.text), joinedLength([...draft.code, ""])]);
  }
  draft[piece.kind].push(piece.text);
  if (piece.kind === "code") return;
  for (const code of piece.inlineCode ?? []) {
    if (draft.inlineCode.size < maxInlineCode && code.length <= maxCodeLength) draft.inlineCode.add(code);
  }
}

/** Length of pieces that are put together with a line break between, at most 200 times a section. */
function joinedLength(pieces: readonly string[]): number {
  let length = Math.max(0, pieces.length - 1);
  for (const piece of pieces) length += piece.length;
  return length;
}

function toHeading({ depth, ownText, id, others, old, isHtml }: HeadingPiece, anchor: string): PageHeading {
  return {
    depth,
    text: ownText.trim().slice(0, maxHeading).toWellFormed(),
    anchor,
    ...(id !== undefined && { id }),
    ...(others.length > 0 && { others: others.slice(0, maxOthers) }),
    ...(old.length > 0 && { old: old.slice(0, maxOthers) }),
    ...(isHtml && { isHtml }),
  };
}

/** Front matter that says where a page is published; see the generators in `docs-site/`. */
const addressFields = ["slug", "permalink", "id", "parse_number_prefixes"];

function toOutline({ fields }: FrontMatter, headings: readonly PageHeading[]): PageOutline {
  const said = addressFields.flatMap((name): [string, string][] => {
    const value = fields.get(name);
    const isSaid = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    return isSaid && String(value).length <= maxHeading ? [[name, String(value)]] : [];
  });
  return { ...(said.length > 0 && { fields: Object.fromEntries(said) }), headings };
}

/** The page's first heading of depth 1, else what its front matter says, else its first heading, else its file's name. */
function titleOf(path: string, { title }: FrontMatter, drafts: readonly Draft[]): string {
  const first = drafts.find((it) => it.depth === 1 && it.title !== "");
  const any = drafts.find((it) => it.title !== "");
  return (
    first?.title ??
    title ??
    any?.title ??
    path
      .split("/")
      .at(-1)
      ?.replace(/\.[^.]+$/, "") ??
    path
  );
}

/** Give each section its path of headings: a deeper heading stands under the last shallower one. */
function nameHeadings(
  drafts: readonly Draft[],
  frontMatter: FrontMatter,
  title: string,
): { readonly draft: Draft; readonly headings: readonly string[] }[] {
  const isTitled = drafts.some((it) => it.depth === 1);
  const above = frontMatter.title !== undefined && !isTitled ? [{ depth: 0, title }] : [];
  let open: readonly { readonly depth: number; readonly title: string }[] = above;
  return drafts.map((draft) => {
    if (draft.depth === 0) return { draft, headings: [title] };
    open = [...open.filter((it) => it.depth < draft.depth), draft];
    // A heading may be nothing but a mark, as a line across: what stands under it is called as what is above.
    const named = open.map((it) => it.title).filter((it) => it !== "");
    return { draft, headings: named.length > 0 ? named : [title] };
  });
}

function aliasesOf({ title, aliases }: FrontMatter, pageTitle: string): readonly string[] {
  return title === undefined || title === pageTitle ? aliases : [...new Set([title, ...aliases])];
}

function linksOf(path: string, urls: readonly string[]): readonly string[] {
  const links = urls.slice(0, maxLinks).flatMap((url) => resolveLink(path, url) ?? []);
  return [...new Set(links)];
}

function clip(text: string): string {
  return text.length <= maxSectionLength ? text : text.slice(0, maxSectionLength).toWellFormed();
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** Line numbers of rising offsets, counted in one pass. Windows and old Macintosh line ends count once. */
function lineCounter(text: string): (offset: number) => number {
  const lineEnd = /\r\n|\n|\r/g;
  let line = 1;
  let passed = 0;
  return (offset) => {
    if (offset < passed) return line;
    lineEnd.lastIndex = passed;
    for (let found = lineEnd.exec(text); found !== null && found.index < offset; found = lineEnd.exec(text)) {
      line += 1;
      passed = lineEnd.lastIndex;
    }
    return line;
  };
}
