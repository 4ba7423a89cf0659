import { findMark, findSourceLine, noMarks, readMarks, type EntryMarks } from "../entry-metadata.ts";
import type { EntryParts, FaqEntry } from "../faq-entry.ts";
import { ownAnchors } from "./anchors.ts";
import type { Draft } from "./draft.ts";
import { withoutMark } from "./looks-like-question.ts";
import { answerSign } from "./question-sign.ts";

export function toEntry(draft: Draft, sections: readonly string[], text: string, line: number): FaqEntry {
  const { marks, parts } = entryParts(draft, text);
  return {
    question: withoutMark(draft.question),
    anchor: draft.anchor,
    slug: draft.slug ?? draft.anchor,
    ids: otherAnchors(draft, text),
    line,
    answer: setOut(unquoted(draft, text.slice(parts.answer.start, parts.answer.end)), draft.indent),
    marks,
    sections,
    shape: draft.shape,
    start: draft.start,
    end: draft.end,
    parts,
  };
}

/** The other fragments that lead to an entry: those that people gave it, and the one of GitHub where they gave it one. */
function otherAnchors({ anchor, slug, start, questionEnd }: Draft, text: string): readonly string[] {
  const all = [...ownAnchors(text, start, questionEnd), ...(slug === undefined ? [] : [slug])];
  return all.filter((it) => it !== anchor);
}

/** The lines of a quote that holds question and answer, as they would stand outside of it. */
function unquoted({ shape }: Draft, answer: string): string {
  const isQuoted = shape === "quote" && answer.split(/\r?\n/u).every((line) => /^[ \t]*(?:>|$)/u.test(line));
  return isQuoted ? answer.replaceAll(/^[ \t]*> ?/gmu, "").replace(/^(?:[ \t]*\r?\n)+/u, "") : answer;
}

/** Lines of a list's item as they would stand outside of it. */
function setOut(text: string, indent: number | undefined): string {
  if (indent === undefined) return text;
  return text.replace(/^[ \t]+/u, "").replaceAll(/^ +/gmu, (spaces) => spaces.slice(indent));
}

/** What stands where in an entry, and what is hidden in it. */
function entryParts(draft: Draft, text: string): { readonly marks: EntryMarks; readonly parts: EntryParts } {
  const { questionEnd, answerEnd, indent = 0 } = draft;
  const mark = findMark(text, questionEnd, answerEnd, indent);
  const marks = mark === undefined ? noMarks : readMarks(text.slice(mark.start, mark.end));
  const whole = trimmed(text, Math.max(draft.answerStart, mark?.end ?? 0), answerEnd);
  const sign = answerSign(text.slice(whole.start, whole.end));
  const answer = trimmed(text, whole.start + sign, whole.end);
  const own = { questionEnd, mark, indent };
  const thread = marks.source?.thread;
  const at = thread === undefined ? undefined : findSourceLine(text.slice(answer.start, answer.end), thread);
  if (at === undefined) return { marks, parts: { ...own, answer, source: undefined } };
  const source = { start: answer.start + at, end: answer.end };
  return { marks, parts: { ...own, answer: trimmed(text, answer.start, source.start), source } };
}

/** Without blank lines around; the indentation of the first line stays: it may be code. */
function trimmed(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const piece = text.slice(start, end);
  const lead = /^(?:[ \t]*(?:\r\n|\n|\r))*/u.exec(piece)?.[0].length ?? 0;
  return { start: start + lead, end: start + Math.max(lead, piece.trimEnd().length) };
}
