import type { Root } from "mdast";
import { PieceParser } from "../../text/piece-parser.ts";
import { withOwnEnds } from "./answer-end.ts";
import { blocksOf, type Block } from "./blocks.ts";
import { asks, claimsOf, insideOf } from "./claims.ts";
import { withoutContents } from "./contents-blocks.ts";
import { readContents } from "./read-contents.ts";
import { ownAnchors } from "./own-anchors.ts";
import { detailsDrafts } from "./details-drafts.ts";
import type { Draft } from "./draft.ts";
import { enclosuresOf } from "./enclosing-pairs.ts";
import { entryParts } from "./entry-parts.ts";
import type { EntryParts, Faq, FaqEntry, FaqSection, Span } from "./faq-entry.ts";
import { headingDrafts } from "./heading-drafts.ts";
import { withoutMark } from "./looks-like-question.ts";
import { paragraphDrafts } from "./paragraph-drafts.ts";

/**
 * The questions and answers in a FAQ file, however people wrote it: headings, `<details>`, bold lines, numbered lists,
 * `Q:` and `A:`. No marker of ours is needed. Where a file mixes shapes, each question counts once, in the outermost
 * shape it has: a bold line in the answer under a heading is part of that answer. With the `parser` that has read the
 * file before, what did not change is not parsed again.
 */
export function readFaq(text: string, parser = new PieceParser()): Faq {
  if (!text.startsWith("\uFEFF")) return read(text, parser);
  // The parser leaves a byte order mark out of its count.
  const { entries, sections, contents, enclosing, labels, openDetails } = read(text.slice(1), parser);
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

function movedParts({ questionEnd, mark, answer, source, indent }: EntryParts): EntryParts {
  const [movedMark, movedSource] = [mark, source].map((it) => (it === undefined ? undefined : moved(it)));
  return { questionEnd: questionEnd + 1, mark: movedMark, answer: moved(answer), source: movedSource, indent };
}

function read(text: string, parser: PieceParser): Faq {
  const tree = parser.parse(text);
  const blocks = blocksOf(tree);
  const claims = claimsOf(blocks, text);
  const claimed = insideOf(blocks, claims);
  const details = detailsDrafts(
    blocks.filter((it) => !claimed.has(it)),
    text,
  );
  const answers = insideOf(blocks, inOrder([...claims, ...details.drafts.filter((it) => asks(it, text))]));
  const plain = blocks.map((it) => (it.heading !== undefined && answers.has(it) ? withoutHeading(it) : it));
  const headed = headingDrafts(plain, text);
  const page = { blocks, text, enclosures: enclosuresOf(blocks, text) };
  const drafts = entriesOf(plain, headed, apartFrom(details.drafts, headed), text);
  const all = withOwnEnds(withoutContents(drafts, blocks, text), page);
  const sections = sectionsOf(plain, all, text.length);
  const lineOf = lineCounter(text);
  const aboveOf = sectionsAbove(sections);
  const entries = all.map((draft) => toEntry(draft, aboveOf(draft), text, lineOf(draft.start)));
  const ids = blocks.flatMap(({ ownAnchor }) => ownAnchor ?? []);
  const contents = readContents(apartFrom(blocks, all), text, { entries, sections, ids });
  const enclosing = page.enclosures.pairs;
  return { entries, sections, contents, enclosing, labels: labelsOf(tree), openDetails: details.openAt };
}

/** What is asked without a heading goes by the shape that most of it has: the other stands in its answers. */
function entriesOf(
  blocks: readonly Block[],
  headed: readonly Draft[],
  details: readonly Draft[],
  text: string,
): readonly Draft[] {
  const asked = askedApartFrom(headed, blocks, text);
  if (asked.length > details.length) return inOrder([...headed, ...asked, ...apartFrom(details, asked)]);
  const found = inOrder([...headed, ...details]);
  return inOrder([...found, ...askedApartFrom(found, blocks, text)]);
}

/** A paragraph may run on into the HTML of the next entry: such a one is left to that entry. */
function askedApartFrom(found: readonly Draft[], blocks: readonly Block[], text: string): readonly Draft[] {
  return apartFrom(paragraphDrafts(outside(blocks, found), text, found), found);
}

function withoutHeading({ node, start, end, ownAnchor }: Block): Block {
  return { node, start, end, ownAnchor };
}

function inOrder<Part extends Span>(parts: readonly Part[]): Part[] {
  return parts.toSorted((a, b) => a.start - b.start);
}

/** Those that lie in none of the others. Both are in order, and the others do not overlap. */
function outside<Part extends Span>(parts: readonly Part[], others: readonly Span[]): Part[] {
  let at = 0;
  return parts.filter(({ start, end }) => {
    while (at < others.length && (others[at]?.end ?? 0) <= start) at++;
    const other = others[at];
    return other === undefined || other.start > start || other.end < end;
  });
}

/** Those that have nothing in common with any of the others. Both are in order, and the others do not overlap. */
function apartFrom<Part extends Span>(parts: readonly Part[], others: readonly Span[]): Part[] {
  let at = 0;
  return parts.filter(({ start, end }) => {
    while (at < others.length && (others[at]?.end ?? 0) <= start) at++;
    return (others[at]?.start ?? Infinity) >= end;
  });
}

function toEntry(draft: Draft, sections: readonly string[], text: string, line: number): FaqEntry {
  const { marks, parts } = entryParts(draft, text);
  return {
    question: withoutMark(draft.question),
    anchor: draft.anchor,
    ids: ownAnchors(text, draft.start, draft.questionEnd).filter((it) => it !== draft.anchor),
    line,
    answer: setOut(text.slice(parts.answer.start, parts.answer.end), draft.indent),
    marks,
    sections,
    shape: draft.shape,
    start: draft.start,
    end: draft.end,
    parts,
  };
}

/** Headings that are no questions. One that holds everything, the title of the page, is one as well. */
function sectionsOf(blocks: readonly Block[], drafts: readonly Draft[], length: number): FaqSection[] {
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
  return sections.toReversed();
}

/** The titles of the sections around rising places. */
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

/** Lines of a list's item as they would stand outside of it. */
function setOut(text: string, indent: number | undefined): string {
  if (indent === undefined) return text;
  return text.replace(/^[ \t]+/u, "").replaceAll(/^ +/gmu, (spaces) => spaces.slice(indent));
}

/** Line numbers of rising offsets, counted in one pass. */
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
