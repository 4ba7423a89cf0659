import { isRefusal, type Refusal, type Which } from "../core/faq-editor.ts";
import { openFaq, type OpenOptions } from "./edit/open-faq.ts";
import { applyEdits, type Edit } from "./edit/text-edit.ts";
import { isSelfContained, lostLabel, othersUnchanged } from "./edit/validate-edit.ts";
import type { Faq, FaqEntry } from "./faq-entry.ts";
import { tooLong } from "./limits.ts";
import { findEntry } from "./place/find-entry.ts";
import { gapBetween, isGap } from "./place/gap.ts";
import { startWithAnchor } from "./read/anchors.ts";
import { contentsCuts } from "./write/contents-line.ts";
import { behindLineEnd, endOfContent, endOfLine, insertedBehind } from "./write/line-ends.ts";

export interface Removed {
  readonly text: string;
  /** What was taken out, as it read. */
  readonly entry: FaqEntry;
  /** Whether no entry is left, so that the file may go as well. */
  readonly isEmptied: boolean;
}

/**
 * A FAQ file without one entry: without the blank lines, or the thematic break, that came with it, without its own
 * anchors above it, and without its lines in the tables of contents. Numbers of other entries stay: people link to
 * them. Undoes what `promote` does to the byte, but that a file of blank lines alone is left with a title. The result
 * is parsed again before it is returned.
 */
export function removeEntry(text: string, which: Which, how: OpenOptions = {}): Removed | Refusal {
  const refusal = tooLong(text);
  if (refusal !== undefined) return refusal;
  const { faq, read } = openFaq(text, how);
  const entry = findEntry(faq, which);
  if (isRefusal(entry)) return entry;
  const at = faq.entries.indexOf(entry);
  const cut = cutOf(text, faq, at, entry);
  const lines = contentsCuts(text, faq, entry, cut.end > endOfLine(text, entry.end) + 2);
  const [now, withLines] = [[cut], [cut, ...lines]].map((edits) => applyEdits(text, edits)) as [string, string];
  for (const candidate of [withLines, now]) {
    const after = read(candidate);
    if (!othersUnchanged({ faq, at }, { faq: after, at: undefined })) continue;
    if (!isSelfContained(faq, cut)) break;
    return lostLabel(faq, after, candidate) ?? { text: candidate, entry, isEmptied: after.entries.length === 0 };
  }
  return { refused: "other entries, or what stands around this one, would read differently without it" };
}

/** The span to remove: the entry with the separator before it, or else with the one behind it. */
function cutOf(text: string, { entries }: Faq, at: number, entry: FaqEntry): Edit {
  const start = startWithAnchor(text, entry);
  const end = endOfContent(text, endOfLine(text, entry.end));
  const [previous, next] = [entries[at - 1], entries[at + 1]];
  const before = previous === undefined ? 0 : endOfLine(text, previous.end);
  if (previous !== undefined && isGap(text.slice(before, start)))
    return { ...insertedBehind(text, before, end), text: "" };
  const isBefore =
    next !== undefined &&
    next.sections.join("\n") === entry.sections.join("\n") &&
    gapBetween(text, entry, next) !== undefined;
  if (isBefore) return { start, end: startWithAnchor(text, next), text: "" };
  const above = endOfContent(text, start);
  if (text.slice(0, above).trim() !== "") return { ...insertedBehind(text, above, end), text: "" };
  return { start, end: behindLineEnd(text, end) ?? end, text: "" };
}
