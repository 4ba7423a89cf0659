import { serveJobs } from "../threads/worker-side.ts";
import { splitPage } from "./split-page.ts";

/** A page to split. */
export interface SplitJob {
  readonly path: string;
  readonly bytes: Uint8Array;
}

serveJobs(({ path, bytes }: SplitJob) => splitPage(path, bytes));
