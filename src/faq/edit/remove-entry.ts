import { applyEdits, type Edit } from "../move/edits.ts";
import type { Faq, FaqEntry } from "../read/faq-entry.ts";
import { tooLong } from "./limits.ts";
import type { EditOptions } from "./rewrite-entry.ts";
import { openFaq } from "../read/open-faq.ts";
import { findEntry, type Which } from "../place/find-entry.ts";
import { endOfContent, endOfLine, gapBehind, isGap, startWithAnchor } from "../place/gap-behind.ts";
import { lineEndOf } from "../write/line-end-of.ts";
import { lostLabel, othersStay } from "../check/read-back.ts";
import { isRefusal, type Refusal } from "../refusal.ts";

export interface Removed {
  readonly text: string;
  /** What was taken out, as it read. */
  readonly entry: FaqEntry;
  /** Whether no entry is left, so that the file may go as well. */
  readonly isEmptied: boolean;
}

/**
 * A FAQ file without one entry: without the blank lines, or the line across, that came with it, and without its line
 * in the table of contents. Undoes what `promote` does to the byte, but that a file of blank lines alone is left with
 * a title. Read again before it is given out.
 */
export function removeEntry(
  text: string,
  which: Which,
  { parser }: Pick<EditOptions, "parser"> = {},
): Removed | Refusal {
  const refusal = tooLong(text);
  if (refusal !== undefined) return refusal;
  const { faq, read } = openFaq(text, parser);
  const entry = findEntry(faq, which);
  if (isRefusal(entry)) return entry;
  const at = faq.entries.indexOf(entry);
  const cut = cutOf(text, faq, at, entry);
  const line = contentsCut(text, faq, entry, cut.end > entry.end);
  const [now, withLine] = [[cut], [cut, ...line]].map((edits) => applyEdits(text, edits)) as [string, string];
  for (const candidate of [withLine, now]) {
    const after = read(candidate);
    if (!othersStay({ faq, at }, { faq: after, at: undefined })) continue;
    return lostLabel(faq, after, candidate) ?? { text: candidate, entry, isEmptied: after.entries.length === 0 };
  }
  return { refused: "other entries would read differently without this one" };
}

/** Where the entry was put behind something it goes with what parts it from that, else with what parts it from the next. */
function cutOf(text: string, { entries }: Faq, at: number, entry: FaqEntry): Edit {
  const [start, end] = [entry.start, endOfContent(text, endOfLine(text, entry.end))];
  const [previous, next] = [entries[at - 1], entries[at + 1]];
  const before = previous === undefined ? 0 : endOfLine(text, previous.end);
  if (previous !== undefined && isGap(text.slice(before, start))) return { start: before, end, text: "" };
  const until = next === undefined ? 0 : startWithAnchor(text, next);
  const isBefore =
    next !== undefined &&
    next.sections.join("\n") === entry.sections.join("\n") &&
    text.slice(entry.end, until) === gapBehind(text, next, lineEndOf(text));
  if (isBefore) return { start, end: until, text: "" };
  return { start: endOfContent(text, start), end, text: "" };
}

/** Its line in the table of contents with one line end: the one that came with it. */
function contentsCut(text: string, { contents }: Faq, { anchor }: FaqEntry, isFirst: boolean): Edit[] {
  const line = contents.find((it) => anchor !== "" && it.anchor === anchor);
  if (line === undefined || text.slice(line.start, line.end) !== line.line) return [];
  const lineStart = line.start - (/(?<![ \t])[ \t]*$/u.exec(text.slice(0, line.start).slice(-200))?.[0].length ?? 0);
  if (!/(?:^\uFEFF?|\n)$/u.test(text.slice(0, lineStart).slice(-2))) return [];
  const before = /\r?\n$/u.exec(text.slice(Math.max(0, lineStart - 2), lineStart))?.[0].length ?? 0;
  const after = /^[ \t]*\r?\n/u.exec(text.slice(line.end, line.end + 300))?.[0].length ?? 0;
  if (isFirst || before === 0) return [{ start: lineStart, end: line.end + after, text: "" }];
  return [{ start: lineStart - before, end: line.end, text: "" }];
}
