import type { Answered, Changed, FaqJob, FoundEntry, Refusal, Which } from "../../core/faq-editor.ts";
import { mayHoldMarkOf } from "../marks/entry-marks.ts";
import { findEntry } from "../place/find-entry.ts";
import type { FaqEntry } from "../read/faq-entry.ts";
import type { OpenOptions } from "../read/open-faq.ts";
import { readFaq } from "../read/read-faq.ts";
import { isRefusal } from "../refusal.ts";
import type { Promoted } from "./answered.ts";
import { promote } from "./promote.ts";
import type { EditOptions } from "./rewrite-entry.ts";
import { removeEntry } from "./remove-entry.ts";
import { updateEntry } from "./update-entry.ts";

type ChangeJob = Extract<FaqJob, { readonly do: "change" }>;

/** The file with a change made. */
export function changeEntry({ text, change, isMdx, syntax, isNew }: ChangeJob, how: OpenOptions): Changed | Refusal {
  if ("remove" in change) return remove(text, change.remove, isNew, how);
  const { put, section, instead } = change;
  const own = put.source && findThreadEntry(text, put.source.number, how);
  const which = own && put.source ? { thread: put.source.number } : instead;
  const done =
    (own && text !== undefined ? sayAgain(text, own, put, { ...how, isMdx, syntax }) : undefined) ??
    (text !== undefined && which !== undefined
      ? updateEntry(text, which, put, { ...how, isMdx, syntax })
      : promote(text, put, { ...how, isMdx, syntax, ...(section !== undefined && { section }) }));
  if (isRefusal(done)) return done;
  const redacted = [...done.redacted].map(([what, count]) => (count === 1 ? what : `${what} (${count})`));
  return { text: done.text, entry: foundEntry(done.entry), redacted, change: which === undefined ? "add" : "update" };
}

/**
 * The file as it is, where a thread's entry says all this already, on whatever day it was verified: the same twice is
 * the same once. Else undefined.
 */
function sayAgain(text: string, { marks }: FaqEntry, put: Answered, options: EditOptions): Promoted | undefined {
  if (put.source === undefined) return undefined;
  const source = { ...put.source, verified: marks.verified ?? put.source.verified };
  const again = updateEntry(text, { thread: source.number }, { ...put, source }, options);
  return !isRefusal(again) && again.text === text ? again : undefined;
}

/** What is told of an entry outside of its file. */
export function foundEntry({ question, anchor, slug, marks }: FaqEntry): FoundEntry {
  return { question, anchor, slug, thread: marks.source?.thread };
}

/** The entry that was promoted from a thread, if the file has it. */
function findThreadEntry(text: string | undefined, thread: number, how: OpenOptions): FaqEntry | undefined {
  // Most files that are asked for one have none, which is seen without reading them.
  if (text === undefined || !mayHoldMarkOf(text, thread)) return undefined;
  const entry = findEntry(readFaq(text, how.parser, how), { thread });
  return isRefusal(entry) ? undefined : entry;
}

/** The entry that is meant, where the file has it, and it alone. */
export function findInFile(text: string | undefined, which: Which, how: OpenOptions): FaqEntry | undefined {
  if (text === undefined) return undefined;
  if ("thread" in which) return findThreadEntry(text, which.thread, how);
  const found = findEntry(readFaq(text, how.parser, how), which);
  return isRefusal(found) ? undefined : found;
}

function remove(text: string | undefined, which: Which, isNew: boolean, how: OpenOptions): Changed | Refusal {
  const none = { entry: undefined, redacted: [], change: "withdraw" } as const;
  if (text === undefined || findInFile(text, which, how) === undefined) return { ...none, text };
  const removed = removeEntry(text, which, how);
  if (isRefusal(removed)) return removed;
  return { ...none, text: isNew && removed.isEmptied ? undefined : removed.text };
}
