import type { FaqEntry } from "../read/faq-entry.ts";

/** Entries that nobody sorted stand in the order of the alphabet at most this often. */
const accident = 1 / 100;

/**
 * Whether entries are sorted, and by no accident: of five that are not, one order in 120 is that of the alphabet.
 * Sorted sections of the same file (`all` its entries) say so together.
 */
export function isAlphabetical(entries: readonly FaqEntry[], all: readonly FaqEntry[]): boolean {
  if (entries.length < 2 || !areSorted(entries)) return false;
  if (chance(entries.length) <= accident) return true;
  const groups = [...Map.groupBy(all, ({ sections }) => sections.join("\n")).values()];
  return groups.every(areSorted) && groups.reduce((product, it) => product * chance(it.length), 1) <= accident;
}

/** Whether a question stands before another in the alphabet. */
export function isBefore(one: string, other: string): boolean {
  return collator.compare(one, other) <= 0;
}

function areSorted(entries: readonly FaqEntry[]): boolean {
  return entries.every((it, i) => i === 0 || isBefore(entries[i - 1]?.question ?? "", it.question));
}

/** That so many things stand in one order of all that there are. */
function chance(count: number): number {
  if (count > 20) return 0;
  return count < 2 ? 1 : chance(count - 1) / count;
}

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true, ignorePunctuation: true });
