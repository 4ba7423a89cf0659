import type { PieceParser } from "../../text/piece-parser.ts";
import { land, type Landed } from "../check/land.ts";
import { findPlace, type Place } from "../place/find-place.ts";
import { endOfContent, endOfLine, gapBehind, startWithAnchor } from "../place/gap-behind.ts";
import type { FaqEntry } from "../read/faq-entry.ts";
import { openFaq, type OpenFaq } from "../read/open-faq.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { addContentsLine } from "../write/add-contents-line.ts";
import { entryText, type EntryStyle, type NewEntry } from "../write/entry-text.ts";
import { lineEndOf } from "../write/line-end-of.ts";

export interface AddOptions {
  /** Title or anchor of the section that it is to stand in. */
  readonly section?: string;
  readonly isMdx?: boolean;
  /** That has read the file before; see `openFaq`. */
  readonly parser?: PieceParser;
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
  readonly labels: ReadonlyMap<string, number>;
  /** Anchors of headings that come behind it. */
  readonly later: ReadonlySet<string>;
}

/** The same with an entry that is written for its place. The file is parsed once, and once for each change of it. */
export function addEntryFor(
  text: string | undefined,
  question: string,
  write: (home: Home) => NewEntry | Refusal,
  options: AddOptions = {},
): Added | Refusal {
  const before = text === undefined || text.trim() === "" ? newFile : text;
  const file = openFaq(before, options.parser);
  const { faq } = file;
  const place = findPlace(faq, before, question, options.section);
  if (isRefusal(place)) return place;
  const from = offsetOf(before, place);
  const later = new Set(file.anchors(before).flatMap(({ anchor, at }) => (at >= from ? [anchor] : [])));
  const entry = write({ depth: place.depth, labels: faq.labels, later });
  if (isRefusal(entry)) return entry;
  const found = land(file, insert(before, entry, place, options), entry);
  // What is not asked as a question reads as one by our mark.
  const marked = { ...entry, isMarked: true };
  const landing = isRefusal(found) ? land(file, insert(before, marked, place, options), marked) : found;
  if (isRefusal(landing)) return landing;
  const { text: after, entry: added } = withContents(landing, file, place, entry) ?? landing;
  return { text: after, entry: added };
}

function insert(text: string, entry: NewEntry, place: Place, { isMdx = false }: AddOptions): string {
  const { beside } = place;
  const style: EntryStyle = { ...place, isMdx, number: numberAt(text, beside?.entry) + 1 };
  const eol = lineEndOf(text);
  const block = entryText(entry, style).replaceAll("\n", eol);
  const at = offsetOf(text, place);
  if (beside?.side === "before") {
    return `${text.slice(0, at)}${block}${gapBehind(text, beside.entry, eol)}${text.slice(at)}`;
  }
  const gap = beside === undefined ? `${eol}${eol}` : gapBehind(text, beside.entry, eol);
  return `${text.slice(0, at)}${gap}${block}${text.slice(at)}`;
}

/** Where the entry goes, or what stands around it begins. */
function offsetOf(text: string, { beside, section }: Place): number {
  if (beside?.side === "before") return startWithAnchor(text, beside.entry);
  return beside === undefined ? endOfContent(text, section?.end ?? text.length) : endOfLine(text, beside.entry.end);
}

function numberAt(text: string, entry: FaqEntry | undefined): number {
  return Number(/^\d{1,9}(?=[.)])/u.exec(text.slice(entry?.start ?? 0, (entry?.start ?? 0) + 12))?.[0] ?? 0);
}

/** A file with a table of contents gets a line in it, unless entries have none there. */
function withContents(landed: Landed, file: OpenFaq, { beside }: Place, wanted: NewEntry): Landed | undefined {
  if (beside === undefined || beside.entry.anchor === "" || landed.entry.anchor === "") return undefined;
  const model = { anchor: beside.entry.anchor, side: beside.side };
  const text = addContentsLine(landed.text, landed.faq, landed.entry, model);
  const after = text === undefined ? undefined : land(file, text, wanted);
  return after === undefined || isRefusal(after) ? undefined : after;
}
