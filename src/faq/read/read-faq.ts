import type { Root } from "mdast";
import { parseMarkdown } from "../../text/parse-markdown.ts";
import { blocksOf, type Block } from "./blocks.ts";
import { readContents } from "./read-contents.ts";
import { detailsDrafts } from "./details-drafts.ts";
import type { Draft } from "./draft.ts";
import type { Faq, FaqEntry, FaqSection } from "./faq-entry.ts";
import { headingDrafts } from "./heading-drafts.ts";
import { withoutMark } from "./looks-like-question.ts";
import { paragraphDrafts } from "./paragraph-drafts.ts";

/**
 * The questions and answers in a FAQ file, however people wrote it: headings, `<details>`, bold lines, numbered lists,
 * `Q:` and `A:`. No marker of ours is needed. Where a file mixes shapes, each question counts once, in the outermost
 * shape it has: a bold line in the answer under a heading is part of that answer.
 */
export function readFaq(text: string): Faq {
  if (!text.startsWith("\uFEFF")) return read(text);
  // The parser leaves a byte order mark out of its count.
  const { entries, sections, contents, labels } = read(text.slice(1));
  const moved = <Part extends { readonly start: number; readonly end: number }>(part: Part): Part => ({
    ...part,
    start: part.start + 1,
    end: part.end + 1,
  });
  return { entries: entries.map(moved), sections: sections.map(moved), contents: contents.map(moved), labels };
}

function read(text: string): Faq {
  const tree = parseMarkdown(text);
  const blocks = blocksOf(tree);
  const headed = headingDrafts(blocks);
  const details = outside(detailsDrafts(blocks, text), headed);
  const found = inOrder([...headed, ...details]);
  const all = inOrder([...found, ...paragraphDrafts(outside(blocks, found), text)]);
  const sections = sectionsOf(blocks, all, text.length);
  const lineOf = lineCounter(text);
  const aboveOf = sectionsAbove(sections);
  const entries = all.map((draft) => toEntry(draft, aboveOf(draft), text, lineOf(draft.start)));
  return { entries, sections, contents: readContents(tree, text, { entries, sections }), labels: labelsOf(tree) };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function inOrder<Part extends Range>(parts: readonly Part[]): Part[] {
  return parts.toSorted((a, b) => a.start - b.start);
}

/** Those that lie in none of the others. Both are in order, and the others do not overlap. */
function outside<Part extends Range>(parts: readonly Part[], others: readonly Range[]): Part[] {
  let at = 0;
  return parts.filter(({ start, end }) => {
    while (at < others.length && (others[at]?.end ?? 0) <= start) at++;
    const other = others[at];
    return other === undefined || other.start > start || other.end < end;
  });
}

function toEntry(draft: Draft, sections: readonly string[], text: string, line: number): FaqEntry {
  return {
    question: withoutMark(draft.question),
    anchor: draft.anchor,
    line,
    answer: withoutBlankEnds(setOut(text.slice(draft.answerStart, draft.answerEnd), draft.indent)),
    sections,
    shape: draft.shape,
    start: draft.start,
    end: draft.end,
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

/** Labels of links and footnotes that the file defines, in lower case; those of footnotes with their `^`. */
function labelsOf(tree: Root): ReadonlySet<string> {
  return new Set(
    tree.children.flatMap((node) => {
      if (node.type === "definition") return [node.identifier];
      return node.type === "footnoteDefinition" ? [`^${node.identifier}`] : [];
    }),
  );
}

/** Lines of a list's item as they would stand outside of it. */
function setOut(text: string, indent: number | undefined): string {
  if (indent === undefined) return text;
  return text.replace(/^[ \t]+/u, "").replaceAll(new RegExp(`^ {1,${indent}}`, "gmu"), "");
}

/** Blank lines go, the indentation of the first line stays: it may be code. */
function withoutBlankEnds(text: string): string {
  return text.replace(/^(?:[ \t]*\r?\n)+/u, "").trimEnd();
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
