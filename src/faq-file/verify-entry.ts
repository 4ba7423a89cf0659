import { isRefusal, type Refusal, type Which } from "../core/faq-editor.ts";
import { openFaq } from "./edit/open-faq.ts";
import type { EditOptions, Rewritten } from "./edit/rewrite-entry.ts";
import { applyEdits, type Edit } from "./edit/text-edit.ts";
import { othersUnchanged } from "./edit/validate-edit.ts";
import { isDay, withDay, writeMetadata } from "./entry-metadata.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { tooLong } from "./limits.ts";
import { findEntry } from "./place/find-entry.ts";
import { lineEndOf } from "./write/line-ends.ts";

/**
 * Writes into one entry that it was found right on `day` (`2026-11-26`): into its metadata, and its source line where it
 * has one. An entry that people wrote by hand gets the metadata comment alone. Throws for what is no day.
 */
export function verifyEntry(
  text: string,
  which: Which,
  day: string,
  { isMdx = false, ...how }: EditOptions = {},
): Rewritten | Refusal {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  const refusal = tooLong(text);
  if (refusal !== undefined) return refusal;
  const { faq, read } = openFaq(text, how);
  const entry = findEntry(faq, which);
  if (isRefusal(entry)) return entry;
  const comment = writeMetadata({ ...entry.metadata, verified: day }, isMdx);
  const now = applyEdits(text, [metadataEdit(text, entry, comment), ...sourceEdits(text, entry, day)]);
  const at = faq.entries.indexOf(entry);
  const after = read(now);
  const verified = after.entries[at];
  const isKept = verified?.question === entry.question && verified.answer === entry.answer;
  if (verified?.metadata.verified !== day || !isKept || !othersUnchanged({ faq, at }, { faq: after, at }))
    return { refused: "the entry has no place for the day" };
  return { text: now, entry: verified };
}

function sourceEdits(text: string, { parts: { source } }: FaqEntry, day: string): Edit[] {
  return source === undefined ? [] : [{ ...source, text: withDay(text.slice(source.start, source.end), day) }];
}

/** In place of the old metadata comment, or behind the question: on a line of its own where that parts no paragraph. */
function metadataEdit(
  text: string,
  { shape, parts: { metadata, questionEnd, indent } }: FaqEntry,
  written: string,
): Edit {
  if (metadata !== undefined) return { ...metadata, text: written };
  const rest = text.slice(questionEnd, questionEnd + 1_000);
  const blank = /^[ \t]*(?=[\r\n])/u.exec(rest)?.[0].length;
  const isFree =
    shape === "heading" ||
    shape === "details" ||
    shape === "container" ||
    /^[ \t]*(?:\r\n|\n|\r)[ \t]*[\r\n]/u.test(rest);
  if (blank === undefined || !isFree) {
    return { start: questionEnd, end: questionEnd, text: shape === "details" ? written : ` ${written}` };
  }
  const at = questionEnd + blank;
  return { start: at, end: at, text: `${lineEndOf(text)}${" ".repeat(indent)}${written}` };
}
