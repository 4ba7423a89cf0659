import type { Faq, FaqEntry } from "../read/faq-entry.ts";
import type { Refusal } from "../refusal.ts";

/** A file read before and after a change of one entry. */
export interface Reading {
  readonly faq: Faq;
  /** Place of the entry among those of the file; undefined where it is not in it. */
  readonly at: number | undefined;
}

/** Whether all entries but the one that was meant, and all headings outside of entries, read as they did. */
export function othersStay(before: Reading, after: Reading): boolean {
  return areAlike(others(before), others(after)) && areAlike(headings(before), headings(after));
}

function areAlike(old: readonly string[], now: readonly string[]): boolean {
  return old.length === now.length && old.every((it, i) => it === now[i]);
}

function headings({ faq }: Reading): string[] {
  return faq.sections.map(({ depth, title }) => `${depth} ${title}`);
}

function others({ faq, at }: Reading): string[] {
  return faq.entries.flatMap((entry, i) => (i === at ? [] : [asRead(entry)]));
}

function asRead({ question, answer, marks }: FaqEntry): string {
  return JSON.stringify([question, answer, marks]);
}

/** Where the entry stands that the file did not have before; its last place where there is none. */
export function placeOfNew(before: Faq, after: Faq): number {
  const at = before.entries.findIndex((entry, i) => {
    const now = after.entries[i];
    return now === undefined || asRead(entry) !== asRead(now);
  });
  return at === -1 ? after.entries.length - 1 : at;
}

/** A label that an entry defined and that the rest of the file uses. */
export function lostLabel(before: Faq, after: Faq, text: string): Refusal | undefined {
  for (const label of before.labels.keys()) {
    if (after.labels.has(label)) continue;
    const isUsed = text.toLowerCase().includes(`[${label}]`);
    if (isUsed) return { refused: `the file uses the label [${label}], which this entry defines` };
  }
  return undefined;
}
