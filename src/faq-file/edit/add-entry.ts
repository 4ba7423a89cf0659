import GithubSlugger from "github-slugger";
import { isRefusal, type Refusal, type SiteSyntax } from "../../core/faq-editor.ts";
import { openFaq, type OpenFaq, type OpenOptions } from "./open-faq.ts";
import { validateEdit, type ValidEdit } from "./validate-edit.ts";
import type { Faq, FaqEntry } from "../faq-entry.ts";
import { findPlace, type Place } from "../place/find-place.ts";
import { gapBeside } from "../place/gap.ts";
import { endBeforeAnchors, startWithAnchor } from "../read/anchors.ts";
import { addContentsLine } from "../write/contents-line.ts";
import type { NewEntry } from "../write/entry-content.ts";
import { templateOf, type EntryTemplate } from "../write/entry-template.ts";
import { blanksBefore, renderEntry, renderLikeNeighbour, type EntryStyle } from "../write/entry-text.ts";
import { endOfContent, endOfLine, insertBehind, lineEndOf } from "../write/line-ends.ts";

export interface AddOptions extends OpenOptions {
  /** Title or anchor of the section that it is to stand in. */
  readonly section?: string;
  readonly isMdx?: boolean;
  /** What answers are written for, whatever the file is called; comments are those of HTML but in `.mdx`. */
  readonly syntax?: SiteSyntax;
}

export interface Added {
  readonly text: string;
  readonly entry: FaqEntry;
}

/** What a new FAQ file begins with. */
const newFile = "# Frequently asked questions\n";

/**
 * A FAQ file with one entry more, byte for byte the same outside of the new lines: its line ends, its byte order mark,
 * its last line with or without an end. `text` undefined makes a new file. The result is parsed again before it is
 * returned: where the entry does not read as one, or anything else has changed, the edit is refused with the reason.
 */
export function addEntry(text: string | undefined, entry: NewEntry, options: AddOptions = {}): Added | Refusal {
  return addEntryFor(text, entry.question, () => entry, options);
}

/** What the rendering of an entry depends on in its place. */
export interface PlaceContext {
  /** Depth of the heading it stands under, or has. */
  readonly depth: number;
  readonly labels: ReadonlyMap<string, number>;
  /** Anchors of headings behind it. */
  readonly later: ReadonlySet<string>;
}

/** As `addEntry`, with an entry that `write` makes for its place. The file is parsed once, and once for each attempt. */
export function addEntryFor(
  text: string | undefined,
  question: string,
  write: (home: PlaceContext) => NewEntry | Refusal,
  options: AddOptions = {},
): Added | Refusal {
  const before = text === undefined || text.trim() === "" ? newFile : text;
  const file = openFaq(before, options);
  const { faq } = file;
  const place = findPlace(faq, before, question, options.section);
  if (isRefusal(place)) return place;
  const from = offsetOf(before, place);
  const later = new Set(file.anchors(before).flatMap(({ anchor, at }) => (at >= from ? [anchor] : [])));
  const entry = write({ depth: place.depth, labels: faq.labels, later });
  if (isRefusal(entry)) return entry;
  const { isMdx = false } = options;
  const syntax = isMdx ? "mdx" : (options.syntax ?? "markdown");
  const edit = firstValidEdit(file, entry, place, { isMdx, syntax });
  if (isRefusal(edit)) return edit;
  const { text: after, entry: added } = withContents(edit, file, place, entry, syntax) ?? edit;
  return { text: after, entry: added };
}

/**
 * The first attempt that is valid: in the style of the neighbours, else in the usual style of the shape with blank
 * lines around, since not every answer fits the style of others. A title that is no question reads as one by its
 * metadata comment.
 */
function firstValidEdit(
  file: OpenFaq,
  entry: NewEntry,
  place: Place,
  how: Pick<EntryStyle, "isMdx" | "syntax">,
): ValidEdit | Refusal {
  const { text, faq } = file;
  const template = templateOf(text, { entries: place.similar, beside: place.beside?.entry, depth: place.depth });
  const id = ownId(faq, entry.question);
  const plain = { shape: place.shape, depth: place.depth, ...how, id };
  let refusal: Refusal | undefined;
  for (const wanted of [entry, { ...entry, forcesMetadata: true }]) {
    for (const style of stylesOf(plain, template)) {
      const edit = validateEdit(file, insert(file, wanted, place, style), wanted);
      if (!isRefusal(edit)) return edit;
      refusal ??= edit;
    }
  }
  return refusal ?? { refused: "the entry has no place in this file" };
}

/** Styles to try, the one most like the neighbours first. */
function stylesOf(plain: EntryStyle, template: EntryTemplate | undefined): readonly EntryStyle[] {
  if (template === undefined) return [plain];
  return [{ ...plain, template }, { ...plain, template: { ...template, lead: "\n\n" } }, plain];
}

function ownId({ entries, sections }: Faq, question: string): string {
  const slugger = new GithubSlugger();
  for (const it of [...entries.flatMap(({ anchor, ids }) => [anchor, ...ids]), ...sections.map(({ anchor }) => anchor)])
    slugger.occurrences[it] ??= 0;
  return slugger.slug(question);
}

function insert({ text, faq }: OpenFaq, entry: NewEntry, place: Place, style: EntryStyle): string {
  const { beside } = place;
  const eol = lineEndOf(text);
  const written = (it: string): string => it.replaceAll(/\r\n?|\n/gu, eol);
  const own = place.shape === "container" && beside?.entry.shape === place.shape ? beside.entry : undefined;
  const like = own && renderLikeNeighbour(text, own, entry, style);
  const lead = like?.startsWith("<") === true && own && beside?.side === "after" ? blanksBefore(text, own.start) : "";
  const block = written(like === undefined ? renderEntry(entry, style) : `${lead}${like}`);
  const usual =
    style.template === undefined || beside === undefined
      ? undefined
      : gapBeside(text, faq.entries, beside.entry, beside.side);
  const gap = written(usual ?? "\n\n");
  const at = offsetOf(text, place);
  if (beside?.side === "before") return `${text.slice(0, at)}${block}${gap}${text.slice(at)}`;
  const generated = faq.enclosing.find((it) => it.isGenerated && it.start < at && it.closing >= at);
  return generated === undefined
    ? insertBehind(text, at, gap, block)
    : insertBehind(text, generated.end, written("\n\n"), block);
}

/** Offset at which the entry is inserted. */
function offsetOf(text: string, { beside, section }: Place): number {
  if (beside?.side === "before") return startWithAnchor(text, beside.entry);
  if (beside !== undefined) return endOfLine(text, beside.entry.end);
  return endOfContent(text, endBeforeAnchors(text, section?.end ?? text.length));
}

/** Adds a line to the table of contents, where the file has one with lines for entries. */
function withContents(
  edit: ValidEdit,
  file: OpenFaq,
  { beside }: Place,
  wanted: NewEntry,
  syntax: SiteSyntax,
): ValidEdit | undefined {
  if (beside === undefined) return undefined;
  const text = addContentsLine(edit.text, edit.faq, edit.entry, { beside, question: wanted.question, syntax });
  const after = text === undefined ? undefined : validateEdit(file, text, wanted);
  return after === undefined || isRefusal(after) ? undefined : after;
}
