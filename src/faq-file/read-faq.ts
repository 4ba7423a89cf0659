import type { Root } from "mdast";
import type { EntryParts, Faq, FaqSection, Span } from "./faq-entry.ts";
import { withOwnEnds } from "./read/answer-end.ts";
import { blocksOf, type Block } from "./read/blocks.ts";
import { collapsibleDrafts, type CollapsibleGroup } from "./read/collapsible-drafts.ts";
import { withoutContents } from "./read/contents-lines.ts";
import type { Draft } from "./read/draft.ts";
import { draftsOf } from "./read/drafts-of.ts";
import { enclosuresOf } from "./read/enclosing-pairs.ts";
import { asks, entrySpans } from "./read/entry-spans.ts";
import { isFaqTitle } from "./read/faq-title.ts";
import { readContents } from "./read/read-contents.ts";
import { apartFrom, inOrder, insideOf, outside } from "./read/spans.ts";
import { toEntry } from "./read/to-entry.ts";
import { readFrontMatter } from "../text/front-matter.ts";
import { PieceParser } from "../text/piece-parser.ts";

export interface ReadOptions {
  /** Whether the file is a FAQ by its name. One whose title says so need not be. */
  readonly isFaq?: boolean;
}

/**
 * Finds the questions and answers in a FAQ file, however people wrote it: headings, collapsible parts, bold lines,
 * lists, `Q:` and `A:` (docs/explanation/faq.md lists the shapes). No metadata of ours is needed. Where a file mixes shapes, each
 * question counts once, in the outermost shape it has: a bold line in the answer under a heading is part of that
 * answer. With the `parser` that has read the file before, what did not change is not parsed again.
 */
export function readFaq(text: string, parser = new PieceParser(), options: ReadOptions = {}): Faq {
  if (!text.startsWith("\uFEFF")) return read(text, parser, options);
  // The parser leaves a byte order mark out of its count.
  const { entries, sections, contents, enclosing, labels, openDetails } = read(text.slice(1), parser, options);
  const places = [...labels].map(([label, at]): [string, number] => [label, at + 1]);
  return {
    entries: entries.map((it) => ({ ...moved(it), parts: movedParts(it.parts) })),
    sections: sections.map(moved),
    contents: contents.map(moved),
    enclosing: enclosing.map((it) => ({ ...moved(it), closing: it.closing + 1 })),
    labels: new Map(places),
    openDetails: openDetails === undefined ? undefined : openDetails + 1,
  };
}

function moved<Part extends Span>(part: Part): Part {
  return { ...part, start: part.start + 1, end: part.end + 1 };
}

function movedParts({ questionEnd, metadata, answer, source, indent }: EntryParts): EntryParts {
  const [movedMark, movedSource] = [metadata, source].map((it) => (it === undefined ? undefined : moved(it)));
  return { questionEnd: questionEnd + 1, metadata: movedMark, answer: moved(answer), source: movedSource, indent };
}

function read(text: string, parser: PieceParser, { isFaq = false }: ReadOptions): Faq {
  const tree = parser.parse(text);
  const blocks = blocksOf(tree, text);
  const spans = entrySpans(blocks, text);
  const insideSpans = insideOf(blocks, spans);
  const collapsible = collapsibleDrafts(
    blocks.filter((it) => !insideSpans.has(it)),
    text,
  );
  const answers = insideOf(blocks, inOrder([...spans, ...collapsible.drafts.filter((it) => asks(it, text))]));
  const plain = blocks.map((it) => (it.heading !== undefined && answers.has(it) ? withoutHeading(it) : it));
  const page = { blocks: plain, text, isFaq: isFaq || isFaqByTitle(tree, blocks) };
  const enclosures = enclosuresOf(blocks, text);
  const drafts = withoutContents(draftsOf(page, collapsible.drafts), blocks, text);
  const all = withOwnEnds(drafts, { blocks, text, enclosures });
  const sections = sectionsOf(plain, all, collapsible.groups, text.length);
  const lineOf = lineCounter(text);
  const aboveOf = sectionsAbove(sections);
  const entries = all.map((draft) => toEntry(draft, aboveOf(draft), text, lineOf(draft.start)));
  const ids = blocks.flatMap(({ ownAnchor }) => ownAnchor ?? []);
  const contents = readContents(apartFrom(blocks, all), text, { entries, sections, ids });
  const enclosing = enclosures.pairs;
  return { entries, sections, contents, enclosing, labels: labelsOf(tree), openDetails: collapsible.openAt };
}

/** Whether a page is a FAQ by the title in its front matter, or by its first heading. */
function isFaqByTitle(tree: Root, blocks: readonly Block[]): boolean {
  const heading = blocks.find((it) => it.heading !== undefined)?.heading?.title ?? "";
  return isFaqTitle(heading) || isFaqTitle(readFrontMatter(tree).title ?? "");
}

function withoutHeading({ node, start, end, ownAnchor, nested, isQuoted }: Block): Block {
  return { node, start, end, ownAnchor, ...(nested && { nested }), ...(isQuoted && { isQuoted }) };
}

/** Headings that are no questions are sections; the title of the page, which holds everything, is one as well. */
function sectionsOf(
  blocks: readonly Block[],
  drafts: readonly Draft[],
  groups: readonly CollapsibleGroup[],
  length: number,
): FaqSection[] {
  const sections: FaqSection[] = [];
  /** Where the next heading of each depth or above begins, for what stands before it. */
  const ends = Array.from({ length: 7 }, () => length);
  const headings = outside(
    blocks.filter(({ heading }) => heading !== undefined),
    drafts,
  );
  const own = new Set(headings);
  for (const block of blocks.toReversed()) {
    const { heading, start } = block;
    if (heading === undefined) continue;
    if (own.has(block)) sections.push({ ...heading, start, end: ends[heading.depth] ?? length });
    ends.fill(start, heading.depth);
  }
  return groups.length === 0 ? sections.toReversed() : withGroups(sections.toReversed(), groups);
}

/** Something collapsible that holds entries is a section of those around it. */
function withGroups(sections: readonly FaqSection[], groups: readonly CollapsibleGroup[]): FaqSection[] {
  const all = groups.map(({ title, start, end }): FaqSection => {
    const around = sections.filter((it) => it.start < start && end <= it.end).length;
    const outer = groups.filter((it) => it.start < start && end <= it.end).length;
    return { title, anchor: "", depth: around + outer + 1, start, end };
  });
  return inOrder([...sections, ...all]);
}

/** Returns the titles of the sections around a draft; to be called in the order of the file. */
function sectionsAbove(sections: readonly FaqSection[]): (draft: Draft) => readonly string[] {
  let open: FaqSection[] = [];
  let at = 0;
  return ({ start, end }) => {
    for (let next = sections[at]; next !== undefined && next.start < start; next = sections[++at]) {
      const { depth } = next;
      open = [...open.filter((it) => it.depth < depth), next];
    }
    return open.filter((it) => end <= it.end).map(({ title }) => title);
  };
}

/** Of two definitions of a label the first counts. */
function labelsOf(tree: Root): ReadonlyMap<string, number> {
  const labels = tree.children.flatMap((node): [string, number][] => {
    const start = node.position?.start.offset ?? 0;
    if (node.type === "definition") return [[node.identifier, start]];
    return node.type === "footnoteDefinition" ? [[`^${node.identifier}`, start]] : [];
  });
  return new Map(labels.toReversed());
}

/** Returns the line of an offset; to be called with rising offsets, so that the text is read once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let passed = 0;
  return (offset) => {
    for (; passed < offset; passed++) {
      const unit = text[passed];
      if (unit === "\n" || (unit === "\r" && text[passed + 1] !== "\n")) line++;
    }
    return line;
  };
}
