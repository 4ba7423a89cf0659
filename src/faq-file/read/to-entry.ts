import { findMetadata, findSourceLine, noMetadata, readMetadata, type EntryMetadata } from "../entry-metadata.ts";
import type { EntryParts, FaqEntry } from "../faq-entry.ts";
import { ownAnchors } from "./anchors.ts";
import type { Draft } from "./draft.ts";
import { withoutSign } from "./looks-like-question.ts";
import { answerSign } from "./question-sign.ts";

export function toEntry(draft: Draft, sections: readonly string[], text: string, line: number): FaqEntry {
  const { metadata, parts } = entryParts(draft, text);
  return {
    question: withoutSign(draft.question),
    anchor: draft.anchor,
    slug: draft.slug ?? draft.anchor,
    ids: otherAnchors(draft, text),
    line,
    answer: outdent(unquoted(draft, text.slice(parts.answer.start, parts.answer.end)), draft.indent),
    metadata,
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
function outdent(text: string, indent: number | undefined): string {
  if (indent === undefined) return text;
  return text.replace(/^[ \t]+/u, "").replaceAll(/^ +/gmu, (spaces) => spaces.slice(indent));
}

/** What stands where in an entry, and what is hidden in it. */
function entryParts(draft: Draft, text: string): { readonly metadata: EntryMetadata; readonly parts: EntryParts } {
  const { questionEnd, answerEnd, indent = 0 } = draft;
  const comment = findMetadata(text, questionEnd, answerEnd, indent);
  const metadata = comment === undefined ? noMetadata : readMetadata(text.slice(comment.start, comment.end));
  const whole = trimmed(text, Math.max(draft.answerStart, comment?.end ?? 0), answerEnd);
  const sign = answerSign(text.slice(whole.start, whole.end));
  const answer = trimmed(text, whole.start + sign, whole.end);
  const own = { questionEnd, metadata: comment, indent };
  const thread = metadata.source?.thread;
  const at = thread === undefined ? undefined : findSourceLine(text.slice(answer.start, answer.end), thread);
  if (at === undefined) return { metadata, parts: { ...own, answer, source: undefined } };
  const source = { start: answer.start + at, end: answer.end };
  return { metadata, parts: { ...own, answer: trimmed(text, answer.start, source.start), source } };
}

/** Without blank lines around; the indentation of the first line stays: it may be code. */
function trimmed(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const piece = text.slice(start, end);
  const lead = /^(?:[ \t]*(?:\r\n|\n|\r))*/u.exec(piece)?.[0].length ?? 0;
  return { start: start + lead, end: start + Math.max(lead, piece.trimEnd().length) };
}
