import type { Refusal } from "../../core/faq-editor.ts";
import type { EntryShape, Faq, FaqEntry, FaqSection, Span } from "../faq-entry.ts";
import { isClosingTitle } from "../read/closing-blocks.ts";
import { looksLikeQuestion } from "../read/looks-like-question.ts";
import { modelOf } from "../write/entry-model.ts";
import { nearestFirst } from "../../text/nearest-first.ts";

/** Where a new entry goes, and how entries are written there. */
export interface Place {
  /** The entry it follows or precedes; undefined in a section (or file) without entries. */
  readonly beside: { readonly entry: FaqEntry; readonly side: "after" | "before" } | undefined;
  /** The section it goes into. */
  readonly section: FaqSection | undefined;
  readonly shape: EntryShape;
  readonly depth: number;
  /** Those it is to be written like. */
  readonly similar: readonly FaqEntry[];
}

/**
 * The place for a question: in the section asked for, or in the one for everything else, or in the one that holds most
 * entries; by the alphabet where entries are sorted, else last, but before what sends people on ("Still have
 * questions?"). Entries are written as most of their neighbours are, and stand among those of their own kind.
 */
export function findPlace(faq: Faq, text: string, question: string, wanted: string | undefined): Place | Refusal {
  const kinds = new Map(faq.entries.map((it) => [it, kindOf(it, text)]));
  const isCounted = wanted === undefined && areCountedThrough(faq.entries, text);
  const section = wanted === undefined ? usualSection(faq, kinds, isCounted) : findSection(faq, wanted);
  if (section === undefined && wanted !== undefined) return { refused: noSection(faq, wanted) };
  const inside = section === undefined ? faq.entries : faq.entries.filter((it) => holds(section, it));
  const entries = inside.length > 0 ? inside : faq.entries;
  const usual = mostFrequent(entries.map((it) => kinds.get(it)));
  const similar = entries.filter((it) => kinds.get(it) === usual);
  const beside = inside.length > 0 ? neighbour(similar, faq, question, text) : undefined;
  const under = beside === undefined ? section : innermost(faq.sections, beside.entry);
  const [one] = similar;
  const shape = one?.shape ?? "heading";
  const depth = one === undefined ? freeDepth(faq, under) : depthAmong(one, under, text);
  return { beside, section, shape, depth, similar };
}

/** The depth of headings of its kind; other shapes are one below their section. */
function depthAmong(one: FaqEntry, under: FaqSection | undefined, text: string): number {
  return one.shape === "heading" ? headingDepth(one, text) : depthUnder(under);
}

/** Below the section; behind several that stand side by side, as deep as they are. */
function freeDepth({ sections }: Faq, under: FaqSection | undefined): number {
  const depths = sections.map(({ depth }) => depth);
  const top = Math.min(...depths);
  const areMany = depths.filter((it) => it === top).length > 1;
  return under === undefined && areMany ? top : depthUnder(under);
}

/** Entries of one shape are of one kind; headings, of one depth. */
function kindOf(entry: FaqEntry, text: string): string {
  return entry.shape === "heading" ? `heading ${headingDepth(entry, text)}` : entry.shape;
}

/** Whether the numbers of entries go on across sections: then the next one goes to the end of the file. */
function areCountedThrough(entries: readonly FaqEntry[], text: string): boolean {
  const numbers = entries.map((it) => Number(modelOf(text, it)?.number ?? Number.NaN));
  const homes = new Set(entries.map(({ sections }) => sections.join("\n")));
  return homes.size > 1 && numbers.every((it, i) => i === 0 || it >= (numbers[i - 1] ?? Number.NaN));
}

/** A title of few words: "General description of the label stack" has a subject of its own. */
const forEverythingElse =
  /^(?:general|other|misc|miscellaneous|everything else)\b(?:[^\p{L}\p{N}]{1,5}[\p{L}\p{N}]{1,30}){0,3}[^\p{L}\p{N}]{0,5}$/iu;

/** A section for everything else, or the one with most entries of the kind that most are of; of several the last. */
function usualSection(
  { sections: all, entries }: Faq,
  kinds: ReadonlyMap<FaqEntry, string>,
  isCounted: boolean,
): FaqSection | undefined {
  // A question that nobody has answered yet is no section.
  const sections = all.filter(({ title }) => !looksLikeQuestion(title));
  const general = sections.find(({ title }) => forEverythingElse.test(title) && !isClosingTitle(title));
  const usual = mostFrequent([...kinds.values()]);
  const homes = entries
    .filter((it) => kinds.get(it) === usual && !isClosingTitle(it.question))
    .map((it) => sections.findLast((section) => holds(section, it)));
  if (isCounted) return homes.at(-1);
  return general ?? (homes.length > 0 ? mostFrequent(homes.toReversed()) : sectionOfAll(sections));
}

/** In a file without entries, the section that says it is for them, or the one that holds everything. */
function sectionOfAll(sections: readonly FaqSection[]): FaqSection | undefined {
  const [first] = sections;
  const named = sections.find(({ title }) => /\b(?:faqs?|frequently asked|common questions)\b/iu.test(title));
  const holdsAll = first !== undefined && sections.every(({ end }) => end <= first.end);
  return named ?? (holdsAll ? first : undefined);
}

function findSection({ sections }: Faq, wanted: string): FaqSection | undefined {
  const name = wanted
    .trim()
    .replace(/^#+\s*/u, "")
    .toLowerCase();
  return sections.find((it) => it.title.toLowerCase() === name || it.anchor === name);
}

function noSection({ sections }: Faq, wanted: string): string {
  if (sections.length === 0) return `there is no section "${wanted}": the file has no sections`;
  const nearest = nearestFirst(sections, wanted, ({ title }) => title);
  return `there is no section "${wanted}"; there are: ${nearest.map(({ title }) => `"${title}"`).join(", ")}`;
}

function neighbour(similar: readonly FaqEntry[], { entries }: Faq, question: string, text: string): Place["beside"] {
  const last = similar.findLastIndex((it) => !isClosingTitle(it.question));
  const [first] = similar;
  const open = similar.slice(0, last + 1);
  const end = open.at(-1);
  if (end === undefined) return first && { entry: first, side: "before" };
  const areNumbered = modelOf(text, end)?.number !== undefined;
  if (areNumbered || !isAlphabetical(open, entries)) return { entry: end, side: "after" };
  const before = open.findLast((it) => isBefore(it.question, question));
  return before === undefined && first !== undefined
    ? { entry: first, side: "before" }
    : { entry: before ?? end, side: "after" };
}

/** Of equally frequent ones the first. */
function mostFrequent<Value>(values: readonly Value[]): Value | undefined {
  const groups = [...Map.groupBy(values, (it) => it).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}

/** The probability of alphabetical order by chance below which entries count as sorted. */
const significance = 1 / 100;

/**
 * Whether entries are sorted, and not by chance: five entries have 120 orders, of which one is alphabetical. Where all
 * sections of the file (`all` its entries) are sorted, their probabilities multiply.
 */
function isAlphabetical(entries: readonly FaqEntry[], all: readonly FaqEntry[]): boolean {
  if (entries.length < 2 || !areSorted(entries)) return false;
  if (probabilityOfOrder(entries.length) <= significance) return true;
  const groups = [...Map.groupBy(all, ({ sections }) => sections.join("\n")).values()];
  return (
    groups.every(areSorted) &&
    groups.reduce((product, it) => product * probabilityOfOrder(it.length), 1) <= significance
  );
}

/** Whether a question stands before another in the alphabet. */
function isBefore(one: string, other: string): boolean {
  return collator.compare(one, other) <= 0;
}

function areSorted(entries: readonly FaqEntry[]): boolean {
  return entries.every((it, i) => i === 0 || isBefore(entries[i - 1]?.question ?? "", it.question));
}

/** The probability that so many entries are in one certain order. */
function probabilityOfOrder(count: number): number {
  if (count > 20) return 0;
  return count < 2 ? 1 : probabilityOfOrder(count - 1) / count;
}

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true, ignorePunctuation: true });

/** Whether something stands in a section. */
function holds(section: FaqSection, { start, end }: Span): boolean {
  return section.start < start && end <= section.end;
}

/** The innermost section around something; undefined outside of all. */
export function innermost(sections: readonly FaqSection[], it: Span): FaqSection | undefined {
  return sections.findLast((section) => holds(section, it));
}

/** How deep a heading is right under a section, from 2 to 6. */
export function depthUnder(section: FaqSection | undefined): number {
  return Math.min(6, (section?.depth ?? 1) + 1);
}

/** How deep the heading of an entry is, from 1 to 6. */
export function headingDepth({ start }: Pick<FaqEntry, "start">, text: string): number {
  const marks = /^ {0,3}(#{1,6})/u.exec(text.slice(start, start + 10))?.[1];
  if (marks !== undefined) return marks.length;
  const html = /^(?:<a\b[^<>]*>(?:<\/a>)?\s*)?<h([1-6])\b/iu.exec(text.slice(start, start + 500))?.[1];
  if (html !== undefined) return Number(html);
  return /^[^\n]*\n {0,3}=/u.test(text.slice(start, start + 1_000)) ? 1 : 2;
}
