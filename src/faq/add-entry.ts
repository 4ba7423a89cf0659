import { addContentsLine } from "./contents-list.ts";
import { entryBody, entryText, type EntryStyle, type NewEntry } from "./entry-text.ts";
import type { Faq, FaqEntry } from "./faq-entry.ts";
import { findPlace, type Place } from "./find-place.ts";
import { withoutMark } from "./looks-like-question.ts";
import { readFaq } from "./read-faq.ts";
import { isRefusal, type Refusal } from "./refusal.ts";

export interface AddOptions {
  /** Title or anchor of the section that it is to stand in. */
  readonly section?: string;
  readonly isMdx?: boolean;
}

export interface Added {
  readonly text: string;
  readonly entry: FaqEntry;
}

/** What a new FAQ file begins with. */
const newFile = "# Frequently asked questions\n";

/**
 * A FAQ file with one entry more, byte for byte the same outside of the new lines: its line ends, its byte order mark,
 * its last line with or without an end. `text` undefined makes a new file. The result is read again before it is
 * given out: when the entry did not land as one, or anything else reads differently, the file is left as it is and
 * the reason told.
 */
export function addEntry(text: string | undefined, entry: NewEntry, options: AddOptions = {}): Added | Refusal {
  const before = text === undefined || text.trim() === "" ? newFile : text;
  const faq = readFaq(before);
  const place = findPlace(faq, before, entry.question, options.section);
  if (isRefusal(place)) return place;
  const inserted = insert(before, entry, place, options);
  const wanted = { question: entry.question, body: entryBody(entry, { isMdx: options.isMdx ?? false }) };
  const added = landed(before, faq, inserted, wanted);
  if (isRefusal(added)) return added;
  return withContents(added, before, place, wanted) ?? added;
}

function insert(text: string, entry: NewEntry, place: Place, { isMdx = false }: AddOptions): string {
  const { beside, section } = place;
  const style: EntryStyle = { ...place, isMdx, number: numberAt(text, beside?.entry) + 1 };
  const eol = lineEndOf(text);
  const block = entryText(entry, style).replaceAll("\n", eol);
  if (beside?.side === "before") {
    const { start } = beside.entry;
    return `${text.slice(0, start)}${block}${gapAround(text, beside.entry, eol)}${text.slice(start)}`;
  }
  const at = beside?.entry.end ?? endOfContent(text, section?.end ?? text.length);
  const gap = beside === undefined ? `${eol}${eol}` : gapAround(text, beside.entry, eol);
  return `${text.slice(0, at)}${gap}${block}${text.slice(at)}`;
}

/** What stands between two entries: blank lines, and a line across where the file draws them. */
function gapAround(text: string, { end }: FaqEntry, eol: string): string {
  const across = /^(\s*\n[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?\n\s*?)(?=\S)/u.exec(text.slice(end, end + 200))?.[1];
  return across ?? `${eol}${eol}`;
}

/** Behind the last line that holds something. */
function endOfContent(text: string, until: number): number {
  return text.slice(0, until).trimEnd().length;
}

function lineEndOf(text: string): string {
  const windows = text.match(/\r\n/gu)?.length ?? 0;
  const all = text.match(/\n/gu)?.length ?? 0;
  return windows * 2 > all ? "\r\n" : "\n";
}

function numberAt(text: string, entry: FaqEntry | undefined): number {
  return Number(/^\d{1,9}(?=[.)])/u.exec(text.slice(entry?.start ?? 0, (entry?.start ?? 0) + 12))?.[0] ?? 0);
}

interface Wanted {
  readonly question: string;
  readonly body: string;
}

/** Reads the new file: it must hold the old entries as they were, and the new one as it was meant. */
function landed(text: string, faq: Faq, now: string, wanted: Wanted): Added | Refusal {
  const after = readFaq(now);
  const added = after.entries.filter(
    (it) => !faq.entries.some((old) => old.question === it.question && old.answer === it.answer),
  );
  const [entry] = added;
  const isWhole =
    entry !== undefined &&
    bare(entry.question) === bare(withoutMark(wanted.question)) &&
    plainLines(entry.answer) === plainLines(wanted.body);
  if (after.entries.length === faq.entries.length + 1 && added.length === 1 && isWhole) return { text: now, entry };
  const open = openBlock(text);
  if (open !== undefined) return { refused: `the file has ${open}, which would swallow the entry` };
  return { refused: "the entry would not read as one entry in this file" };
}

/** Letters and digits alone: a question is written with marks that keep others from meaning something. */
function bare(question: string): string {
  return question.slice(0, 200).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Lines as they read, however deep they are set in. */
function plainLines(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/^[ \t]+/gmu, "")
    .trim();
}

/** What somebody opened in the file and did not close. */
function openBlock(text: string): string | undefined {
  let open: { readonly mark: string; readonly line: number } | undefined;
  for (const [i, line] of text.split(/\r\n|\n|\r/u).entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (mark === undefined) continue;
    if (open === undefined) open = { mark, line: i + 1 };
    else if (mark.startsWith(open.mark) && line.trim() === mark) open = undefined;
  }
  if (open !== undefined) return `a code block that is not closed (line ${open.line})`;
  return text.lastIndexOf("<!--") > text.lastIndexOf("-->") ? "a comment that is not closed" : undefined;
}

/** A file with a table of contents gets a line in it, unless entries have none there. */
function withContents(added: Added, before: string, { beside }: Place, wanted: Wanted): Added | undefined {
  if (beside === undefined || beside.entry.anchor === "" || added.entry.anchor === "") return undefined;
  const model = { anchor: beside.entry.anchor, side: beside.side };
  const text = addContentsLine(added.text, readFaq(added.text), added.entry, model);
  if (text === undefined) return undefined;
  const after = landed(before, readFaq(before), text, wanted);
  return isRefusal(after) ? undefined : after;
}
