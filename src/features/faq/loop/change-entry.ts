import type { Answered, Promoted } from "../../../faq/edit/answered.ts";
import { promote } from "../../../faq/edit/promote.ts";
import { removeEntry } from "../../../faq/edit/remove-entry.ts";
import { updateEntry } from "../../../faq/edit/update-entry.ts";
import { findEntry, type Which } from "../../../faq/place/find-entry.ts";
import type { FaqEntry } from "../../../faq/read/faq-entry.ts";
import { readFaq } from "../../../faq/read/read-faq.ts";
import { isRefusal, type Refusal } from "../../../faq/refusal.ts";

/** What is to become of a thread's entry in a file. */
export type EntryChange =
  | {
      readonly put: Answered;
      /** The section of a new entry. */
      readonly section?: string;
      /** The entry that is to have the answer, where it is not the thread's own. */
      readonly instead?: Which;
    }
  | { readonly remove: Which };

export interface Changed {
  /** Undefined: the file is not there, or not needed any more. */
  readonly text: string | undefined;
  readonly entry: FaqEntry | undefined;
  readonly redacted: readonly string[];
  readonly change: "add" | "update" | "withdraw";
}

/** The file with a change made. `isNew`: the file is not on the default branch, and goes with its last entry. */
export function changeEntry(
  text: string | undefined,
  change: EntryChange,
  { isMdx, isNew }: { readonly isMdx: boolean; readonly isNew: boolean },
): Changed | Refusal {
  if ("remove" in change) return remove(text, change.remove, isNew);
  const { put, section, instead } = change;
  const own = put.source && findThreadEntry(text, put.source.number);
  const which = own && put.source ? { thread: put.source.number } : instead;
  const done =
    (own && text !== undefined ? sayAgain(text, own, put, isMdx) : undefined) ??
    (text !== undefined && which !== undefined
      ? updateEntry(text, which, put, { isMdx })
      : promote(text, put, { isMdx, ...(section !== undefined && { section }) }));
  if (isRefusal(done)) return done;
  const redacted = [...done.redacted].map(([what, count]) => (count === 1 ? what : `${what} (${count})`));
  return { text: done.text, entry: done.entry, redacted, change: which === undefined ? "add" : "update" };
}

/**
 * The file as it is, where a thread's entry says all this already, on whatever day it was verified: the same twice is
 * the same once. Else undefined.
 */
function sayAgain(text: string, { marks }: FaqEntry, put: Answered, isMdx: boolean): Promoted | undefined {
  if (put.source === undefined) return undefined;
  const source = { ...put.source, verified: marks.verified ?? put.source.verified };
  const again = updateEntry(text, { thread: source.number }, { ...put, source }, { isMdx });
  return !isRefusal(again) && again.text === text ? again : undefined;
}

/** The entry that was promoted from a thread, if the file has it. */
export function findThreadEntry(text: string | undefined, thread: number): FaqEntry | undefined {
  const entry = text === undefined ? undefined : findEntry(readFaq(text), { thread });
  return entry === undefined || isRefusal(entry) ? undefined : entry;
}

/** Whether a file has that entry, and it alone. */
export function hasEntry(text: string | undefined, which: Which): boolean {
  return text !== undefined && !isRefusal(findEntry(readFaq(text), which));
}

function remove(text: string | undefined, which: Which, isNew: boolean): Changed | Refusal {
  const none = { entry: undefined, redacted: [], change: "withdraw" } as const;
  if (text === undefined || !hasEntry(text, which)) return { ...none, text };
  const removed = removeEntry(text, which);
  if (isRefusal(removed)) return removed;
  return { ...none, text: isNew && removed.isEmptied ? undefined : removed.text };
}
