import type { FaqJob } from "../core/faq-editor.ts";
import { doJob } from "../faq-file/edit/do-job.ts";
import { PieceParser } from "../text/piece-parser.ts";
import { doJobs } from "../threads/serial-thread.ts";

/** Characters after which what was read is forgotten: one file is read several times before all is decided of it. */
const maxRemembered = 8_000_000;

let parser = new PieceParser();
let read = 0;

doJobs((job: FaqJob) => {
  read += job.text?.length ?? 0;
  if (read > maxRemembered) {
    parser = new PieceParser();
    read = job.text?.length ?? 0;
  }
  return doJob(job, parser);
});
