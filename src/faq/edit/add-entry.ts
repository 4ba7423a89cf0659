import { addContentsLine } from "./add-contents-line.ts";
import { entryBody, entryText, type EntryStyle, type NewEntry } from "./entry-text.ts";
import type { Faq, FaqEntry } from "../read/faq-entry.ts";
import { findPlace, type Place } from "./find-place.ts";
import { withoutMark } from "../read/looks-like-question.ts";
import { readFaq } from "../read/read-faq.ts";
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
  return addEntryFor(text, entry.question, () => entry, options);
}

/** What an entry has to know of its place before it can be written. */
export interface Home {
  /** Depth of the heading it stands under, or has. */
  readonly depth: number;
  readonly labels: ReadonlySet<string>;
}

/** The same with an entry that is written for its place. The file is parsed once, and once for each change of it. */
export function addEntryFor(
  text: string | undefined,
  question: string,
  write: (home: Home) => NewEntry | Refusal,
  options: AddOptions = {},
): Added | Refusal {
  const before = text === undefined || text.trim() === "" ? newFile : text;
  const faq = readFaq(before);
  const place = findPlace(faq, before, question, options.section);
  if (isRefusal(place)) return place;
  const entry = write({ depth: place.depth, labels: faq.labels });
  if (isRefusal(entry)) return entry;
  const inserted = insert(before, entry, place, options);
  const wanted = { question: entry.question, body: entryBody(entry, { isMdx: options.isMdx ?? false }) };
  const landing = land(before, faq, inserted, wanted);
  if (isRefusal(landing)) return landing;
  const { text: after, entry: added } = withContents(landing, before, faq, place, wanted) ?? landing;
  return { text: after, entry: added };
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

interface Landed extends Added {
  /** The file as it reads then. */
  readonly faq: Faq;
}

interface Wanted {
  readonly question: string;
  readonly body: string;
}

/** Reads the new file: it must hold the old entries as they were, and the new one as it was meant. */
function land(text: string, faq: Faq, now: string, wanted: Wanted): Landed | Refusal {
  const after = readFaq(now);
  const old = new Set(faq.entries.map(({ question, answer }) => `${question}\n${answer}`));
  const added = after.entries.filter(({ question, answer }) => !old.has(`${question}\n${answer}`));
  const [entry] = added;
  const isWhole =
    entry !== undefined &&
    bare(entry.question) === bare(withoutMark(wanted.question)) &&
    plainLines(entry.answer) === plainLines(wanted.body);
  if (after.entries.length === faq.entries.length + 1 && added.length === 1 && isWhole)
    return { text: now, entry, faq: after };
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
function withContents(landed: Landed, before: string, faq: Faq, { beside }: Place, wanted: Wanted): Added | undefined {
  if (beside === undefined || beside.entry.anchor === "" || landed.entry.anchor === "") return undefined;
  const model = { anchor: beside.entry.anchor, side: beside.side };
  const text = addContentsLine(landed.text, landed.faq, landed.entry, model);
  const after = text === undefined ? undefined : land(before, faq, text, wanted);
  return after === undefined || isRefusal(after) ? undefined : after;
}
