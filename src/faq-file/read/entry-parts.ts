import { findMark, noMarks, readMarks, type EntryMarks } from "../marks/entry-marks.ts";
import { findSourceLine } from "../marks/source-line.ts";
import { answerSign } from "./question-sign.ts";
import type { Draft } from "./draft.ts";
import type { EntryParts } from "./faq-entry.ts";

/** What stands where in an entry, and what is hidden in it. */
export function entryParts(draft: Draft, text: string): { readonly marks: EntryMarks; readonly parts: EntryParts } {
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
