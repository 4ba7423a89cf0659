import { unreachable } from "../core/errors.ts";
import {
  isRefusal,
  type Answered,
  type Changed,
  type FaqEditor,
  type FaqJob,
  type FaqJobResult,
  type FoundEntry,
  type Refusal,
  type Which,
} from "../core/faq-editor.ts";
import type { Promoted } from "./edit/answer-content.ts";
import type { OpenOptions } from "./edit/open-faq.ts";
import type { EditOptions } from "./edit/rewrite-entry.ts";
import { mayHaveMetadataOf } from "./entry-metadata.ts";
import type { FaqEntry } from "./faq-entry.ts";
import { isFaqPath } from "./faq-path.ts";
import { findEntry } from "./place/find-entry.ts";
import { promote, updateEntry } from "./promote.ts";
import { readFaq } from "./read-faq.ts";
import { removeEntry } from "./remove-entry.ts";
import { verifyEntry } from "./verify-entry.ts";
import { PieceParser } from "../text/piece-parser.ts";

/** Does a job on a FAQ file. With the `parser` that has read it before, what did not change is not parsed again. */
export function doJob<Job extends FaqJob>(job: Job, parser: PieceParser): FaqJobResult<Job>;

export function doJob(job: FaqJob, parser: PieceParser): FaqJobResult<FaqJob> {
  const how = { parser, isFaq: isFaqPath(job.path) };
  switch (job.do) {
    case "change":
      return changeEntry(job, how);
    case "find": {
      const found = findInFile(job.text, job.which, how);
      return found && foundEntry(found);
    }
    case "list":
      return readFaq(job.text, parser, how).entries.map(foundEntry);
    case "verify":
      return textOf(verifyEntry(job.text, job.which, job.day, { ...how, isMdx: job.isMdx }));
    case "remove":
      return textOf(removeEntry(job.text, job.which, how));
    default:
      return unreachable(job);
  }
}

function textOf(done: { readonly text: string } | Refusal): { readonly text: string } | Refusal {
  return isRefusal(done) ? done : { text: done.text };
}

/** An editor in the same thread: blocks its caller, and has no bound on time. */
export function directEditor(): FaqEditor {
  const parser = new PieceParser();
  return { work: async (job) => doJob(job, parser) };
}

type ChangeJob = Extract<FaqJob, { readonly do: "change" }>;

/** Makes a change in a file. */
function changeEntry({ text, change, isMdx, syntax, isNew }: ChangeJob, how: OpenOptions): Changed | Refusal {
  if ("remove" in change) return remove(text, change.remove, isNew, how);
  const { put, section, instead } = change;
  const own = put.source && findThreadEntry(text, put.source.number, how);
  const which = own && put.source ? { thread: put.source.number } : instead;
  const done =
    (own && text !== undefined ? unchangedUpdate(text, own, put, { ...how, isMdx, syntax }) : undefined) ??
    (text !== undefined && which !== undefined
      ? updateEntry(text, which, put, { ...how, isMdx, syntax })
      : promote(text, put, { ...how, isMdx, syntax, ...(section !== undefined && { section }) }));
  if (isRefusal(done)) return done;
  const redacted = [...done.redacted].map(([what, count]) => (count === 1 ? what : `${what} (${count})`));
  return { text: done.text, entry: foundEntry(done.entry), redacted, change: which === undefined ? "add" : "update" };
}

/**
 * The unchanged file where a thread's entry says all this already, whatever the day it was verified; else undefined. So
 * that promoting the same answer twice changes nothing.
 */
function unchangedUpdate(
  text: string,
  { metadata }: FaqEntry,
  put: Answered,
  options: EditOptions,
): Promoted | undefined {
  if (put.source === undefined) return undefined;
  const source = { ...put.source, verified: metadata.verified ?? put.source.verified };
  const again = updateEntry(text, { thread: source.number }, { ...put, source }, options);
  return !isRefusal(again) && again.text === text ? again : undefined;
}

/** The part of an entry that others are given. */
export function foundEntry({ question, anchor, slug, metadata }: FaqEntry): FoundEntry {
  return { question, anchor, slug, thread: metadata.source?.thread };
}

/** The entry that was promoted from a thread, if the file has it. */
function findThreadEntry(text: string | undefined, thread: number, how: OpenOptions): FaqEntry | undefined {
  // Most files have no entry of the thread; a search in the text shows that without parsing.
  if (text === undefined || !mayHaveMetadataOf(text, thread)) return undefined;
  const entry = findEntry(readFaq(text, how.parser, how), { thread });
  return isRefusal(entry) ? undefined : entry;
}

/** The one entry that `which` names; undefined where there is none, or several. */
function findInFile(text: string | undefined, which: Which, how: OpenOptions): FaqEntry | undefined {
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
