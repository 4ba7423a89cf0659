import type { FaqEditor, FaqJob, FaqJobResult, Refusal } from "../../core/faq-editor.ts";
import { unreachable } from "../../core/errors.ts";
import { PieceParser } from "../../text/piece-parser.ts";
import { isFaqPath } from "../faq-file.ts";
import { readFaq } from "../read/read-faq.ts";
import { isRefusal } from "../refusal.ts";
import { changeEntry, findInFile, foundEntry } from "./change-entry.ts";
import { removeEntry } from "./remove-entry.ts";
import { verifyEntry } from "./verify-entry.ts";

/** Does what is asked of a FAQ file. With the `parser` that has read it before, what did not change is not parsed again. */
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

/** An editor without a thread: takes the time of whoever asks, and has no bound. */
export function directEditor(): FaqEditor {
  const parser = new PieceParser();
  return { work: async (job) => doJob(job, parser) };
}
