import type { FaqJob } from "../core/faq-editor.ts";
import { doJob } from "../faq-file/faq-editor.ts";
import { PieceParser } from "../text/piece-parser.ts";
import { serveJobs } from "../threads/worker-side.ts";

/** Characters after which the parser starts anew and forgets its trees: one file is read several times for one promotion. */
const maxRemembered = 8_000_000;

let parser = new PieceParser();
let read = 0;

serveJobs((job: FaqJob) => {
  read += job.text?.length ?? 0;
  if (read > maxRemembered) {
    parser = new PieceParser();
    read = job.text?.length ?? 0;
  }
  return doJob(job, parser);
});
