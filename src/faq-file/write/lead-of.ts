import type { FaqEntry } from "../read/faq-entry.ts";

/**
 * What stands between a question (or its mark) and the words of its answer: blank lines, a blank, `A:`, the colon of a
 * definition; without the columns that the answer is set in by.
 */
export function leadOf(text: string, { parts }: Pick<FaqEntry, "parts">): string {
  const from = parts.mark?.end ?? parts.questionEnd;
  const lead = text.slice(from, parts.answer.start);
  const isSameLine = !/[\r\n]/u.test(lead);
  const blanks = isSameLine ? (/^[ \t]*/u.exec(text.slice(parts.answer.start, parts.answer.end))?.[0] ?? "") : "";
  const written = `${lead}${blanks}`.replaceAll(/\r\n?/gu, "\n");
  // White space of other kinds is the answer's.
  const whole = written.trim() === "" ? (/^[ \t\n]*/u.exec(written)?.[0] ?? "") : written;
  if (parts.indent === 0) return whole.replace(/\n[ \t]+$/u, "\n");
  const inItem = whole.replaceAll(/\n[ \t]+/gu, "\n");
  // What only a list may do: a paragraph right below the question would go on in its line.
  return inItem === "\n" && beginsList(text.slice(parts.answer.start, parts.answer.start + 20)) ? "\n\n" : inItem;
}

function beginsList(answer: string): boolean {
  return /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/u.test(answer);
}

/** Columns that all lines of an entry in a list are set in by, as they are written: a few more than they need, maybe. */
export function indentOf(
  text: string,
  { parts: { questionEnd, answer, source, indent } }: Pick<FaqEntry, "parts">,
): number {
  if (indent === 0) return 0;
  const lines = text.slice(questionEnd, (source ?? answer).end).matchAll(/[\r\n]( *)[^\s]/gu);
  const columns = [...lines].reduce((least, [, blanks = ""]) => Math.min(least, blanks.length), Infinity);
  return columns >= indent && columns < indent + 4 ? columns : indent;
}
