import { parseMarkdown } from "../text/parse-markdown.ts";
import { blocksOf, type Block } from "./blocks.ts";
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
  const { entries, sections } = read(text.slice(1));
  const moved = <Part extends { readonly start: number; readonly end: number }>(part: Part): Part => ({
    ...part,
    start: part.start + 1,
    end: part.end + 1,
  });
  return { entries: entries.map(moved), sections: sections.map(moved) };
}

function read(text: string): Faq {
  const blocks = blocksOf(parseMarkdown(text));
  const headed = headingDrafts(blocks);
  const details = detailsDrafts(blocks, text);
  const free = blocks.filter((block) => ![...headed, ...details].some((draft) => holds(draft, block)));
  const drafts = [...headed, ...details.filter((it) => !headed.some((draft) => holds(draft, it)))];
  const all = [...drafts, ...paragraphDrafts(free, text)].toSorted((a, b) => a.start - b.start);
  const sections = sectionsOf(blocks, all, text.length);
  const lineOf = lineCounter(text);
  return { sections, entries: all.map((draft) => toEntry(draft, sections, text, lineOf(draft.start))) };
}

function holds(outer: { readonly start: number; readonly end: number }, inner: typeof outer): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function toEntry(draft: Draft, sections: readonly FaqSection[], text: string, line: number): FaqEntry {
  const above = sections.filter(({ start, end }) => start < draft.start && draft.end <= end);
  return {
    question: withoutMark(draft.question),
    anchor: draft.anchor,
    line,
    answer: withoutBlankEnds(setOut(text.slice(draft.answerStart, draft.answerEnd), draft.indent)),
    sections: above.map(({ title }) => title),
    shape: draft.shape,
    start: draft.start,
    end: draft.end,
  };
}

/** Headings that are no questions. One that holds everything, the title of the page, is one as well. */
function sectionsOf(blocks: readonly Block[], drafts: readonly Draft[], length: number): FaqSection[] {
  const headings = blocks.flatMap(({ heading, start }) => (heading ? [{ ...heading, start }] : []));
  return headings.flatMap((heading, i) => {
    if (drafts.some((draft) => draft.start <= heading.start && heading.start < draft.end)) return [];
    const next = headings.slice(i + 1).find(({ depth }) => depth <= heading.depth);
    return [{ ...heading, end: next?.start ?? length }];
  });
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
