import { doJobs } from "../threads/serial-thread.ts";
import { cutPage } from "./cut-page.ts";

/** A page to cut. */
export interface CutJob {
  readonly path: string;
  readonly bytes: Uint8Array;
}

doJobs(({ path, bytes }: CutJob) => cutPage(path, bytes));
