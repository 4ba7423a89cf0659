import type { Answered, Promoted } from "../../../faq/edit/answered.ts";
import { promote } from "../../../faq/edit/promote.ts";
import type { EditOptions } from "../../../faq/edit/rewrite-entry.ts";
import { removeEntry } from "../../../faq/edit/remove-entry.ts";
import { updateEntry } from "../../../faq/edit/update-entry.ts";
import { mayHoldMarkOf } from "../../../faq/marks/entry-marks.ts";
import { findEntry, type Which } from "../../../faq/place/find-entry.ts";
import type { FaqEntry } from "../../../faq/read/faq-entry.ts";
import { readFaq } from "../../../faq/read/read-faq.ts";
import { isRefusal, type Refusal } from "../../../faq/refusal.ts";
import type { PieceParser } from "../../../text/piece-parser.ts";

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

export interface ChangeOptions {
  readonly isMdx: boolean;
  /** Whether answers are written for MDX although the file is not called so. */
  readonly asMdx: boolean;
  /** The file is not on the default branch, and goes with its last entry. */
  readonly isNew: boolean;
  readonly parser: PieceParser;
}

/** The file with a change made. */
export function changeEntry(
  text: string | undefined,
  change: EntryChange,
  { isMdx, asMdx, isNew, parser }: ChangeOptions,
): Changed | Refusal {
  if ("remove" in change) return remove(text, change.remove, { isNew, parser });
  const { put, section, instead } = change;
  const own = put.source && findThreadEntry(text, put.source.number, parser);
  const which = own && put.source ? { thread: put.source.number } : instead;
  const done =
    (own && text !== undefined ? sayAgain(text, own, put, { isMdx, asMdx, parser }) : undefined) ??
    (text !== undefined && which !== undefined
      ? updateEntry(text, which, put, { isMdx, asMdx, parser })
      : promote(text, put, { isMdx, asMdx, parser, ...(section !== undefined && { section }) }));
  if (isRefusal(done)) return done;
  const redacted = [...done.redacted].map(([what, count]) => (count === 1 ? what : `${what} (${count})`));
  return { text: done.text, entry: done.entry, redacted, change: which === undefined ? "add" : "update" };
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

/** The entry that was promoted from a thread, if the file has it. */
export function findThreadEntry(text: string | undefined, thread: number, parser: PieceParser): FaqEntry | undefined {
  // Most files that are asked for one have none, which is seen without reading them.
  if (text === undefined || !mayHoldMarkOf(text, thread)) return undefined;
  const entry = findEntry(readFaq(text, parser), { thread });
  return isRefusal(entry) ? undefined : entry;
}

/** Whether a file has that entry, and it alone. */
export function hasEntry(text: string | undefined, which: Which, parser: PieceParser): boolean {
  if ("thread" in which) return findThreadEntry(text, which.thread, parser) !== undefined;
  return text !== undefined && !isRefusal(findEntry(readFaq(text, parser), which));
}

function remove(
  text: string | undefined,
  which: Which,
  { isNew, parser }: Pick<ChangeOptions, "isNew" | "parser">,
): Changed | Refusal {
  const none = { entry: undefined, redacted: [], change: "withdraw" } as const;
  if (text === undefined || !hasEntry(text, which, parser)) return { ...none, text };
  const removed = removeEntry(text, which, { parser });
  if (isRefusal(removed)) return removed;
  return { ...none, text: isNew && removed.isEmptied ? undefined : removed.text };
}
