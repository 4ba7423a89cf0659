import { parentPort } from "node:worker_threads";
import type { FaqJob, FaqJobResult } from "../core/faq-editor.ts";
import { doJob } from "../faq/edit/do-job.ts";
import { PieceParser } from "../text/piece-parser.ts";

/** What the thread is asked. */
export interface EditRequest {
  readonly id: number;
  readonly job: FaqJob;
}

/** What the thread answers, under the request's id: a result, or the error that the job ended in. */
export type EditAnswer = { readonly id: number } & (
  { readonly result: FaqJobResult<FaqJob> } | { readonly error: unknown }
);

/** Characters after which what was read is forgotten: one file is read several times before all is decided of it. */
const mostRemembered = 8_000_000;

let parser = new PieceParser();
let read = 0;

function answer({ id, job }: EditRequest): EditAnswer {
  read += job.text?.length ?? 0;
  if (read > mostRemembered) {
    parser = new PieceParser();
    read = job.text?.length ?? 0;
  }
  try {
    return { id, result: doJob(job, parser) };
  } catch (error) {
    return { id, error };
  }
}

/** Says that the thread has read its code, from which on the time of a job counts. */
parentPort?.postMessage("ready", []);
parentPort?.on("message", (request: EditRequest) => parentPort?.postMessage(answer(request), []));
