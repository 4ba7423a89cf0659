import type { EntryShape, Faq, FaqEntry, FaqSection } from "../read/faq-entry.ts";
import { looksLikeQuestion } from "../read/looks-like-question.ts";
import { headingDepth } from "./heading-depth.ts";
import { depthUnder, holds, innermost } from "./innermost.ts";
import { nearestFirst } from "../../text/nearest-first.ts";
import type { Refusal } from "../refusal.ts";

/** Where a new entry goes, and how entries are written there. */
export interface Place {
  /** The entry it follows or precedes; undefined in a section (or file) without entries. */
  readonly beside: { readonly entry: FaqEntry; readonly side: "after" | "before" } | undefined;
  /** The section it goes into. */
  readonly section: FaqSection | undefined;
  readonly shape: EntryShape;
  readonly depth: number;
}

/** From this many entries on, order by the alphabet is no accident. */
const fewestSorted = 3;

/**
 * The place for a question: in the section asked for, or in the one that holds most entries outside of named topics;
 * by the alphabet where entries are sorted, else last. Entries are written as their neighbours are.
 */
export function findPlace(faq: Faq, text: string, question: string, wanted: string | undefined): Place | Refusal {
  const section = wanted === undefined ? usualSection(faq) : findSection(faq, wanted);
  if (section === undefined && wanted !== undefined) return { refused: noSection(faq, wanted) };
  const inside = section === undefined ? faq.entries : faq.entries.filter((it) => holds(section, it));
  const entries = inside.length > 0 ? inside : faq.entries;
  const shape = mostFrequent(entries.map((it) => it.shape)) ?? "heading";
  const depths = entries.filter((it) => it.shape === "heading").map((it) => headingDepth(it, text));
  const beside = neighbour(inside, question);
  const under = beside === undefined ? section : innermost(faq.sections, beside.entry);
  const depth = shape === "heading" ? mostFrequent(depths) : undefined;
  return { beside, section, shape, depth: depth ?? depthUnder(under) };
}

/** The innermost section of the last entry; the title of the page is no section to choose. */
function usualSection({ sections: all, entries }: Faq): FaqSection | undefined {
  // A question that nobody has answered yet is no section.
  const sections = all.filter(({ title }) => !looksLikeQuestion(title));
  const general = sections.find(({ title }) => /^(?:general|other|misc|miscellaneous|everything else)\b/iu.test(title));
  const last = entries.at(-1);
  return general ?? (last === undefined ? sections[0] : sections.findLast((section) => holds(section, last)));
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

function neighbour(entries: readonly FaqEntry[], question: string): Place["beside"] {
  const last = entries.at(-1);
  if (last === undefined) return undefined;
  const isSorted = entries.every((it, i) => i === 0 || compare(entries[i - 1]?.question ?? "", it.question) <= 0);
  if (entries.length < fewestSorted || !isSorted) return { entry: last, side: "after" };
  const before = entries.findLast((it) => compare(it.question, question) <= 0);
  const [first] = entries;
  return before === undefined && first !== undefined
    ? { entry: first, side: "before" }
    : { entry: before ?? last, side: "after" };
}

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

function compare(a: string, b: string): number {
  return collator.compare(a, b);
}

function mostFrequent<Value>(values: readonly Value[]): Value | undefined {
  const groups = [...Map.groupBy(values, (it) => it).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}
