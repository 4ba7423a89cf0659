import { UserError } from "../../src/core/errors.ts";
import { notify, serveJobs } from "../../src/threads/worker-side.ts";

/** What the thread of the tests does. */
export type TestJob =
  | { readonly echo: string; readonly afterMs?: number }
  | { readonly refuse: string }
  | { readonly end: true }
  | { readonly spinMs: number };

serveJobs(
  async (job: TestJob) => {
    if ("refuse" in job) throw new UserError(job.refuse);
    if ("end" in job) process.exit(3);
    if ("spinMs" in job) for (const start = Date.now(); Date.now() < start + job.spinMs;);
    if ("echo" in job && job.afterMs !== undefined) await new Promise((resolve) => setTimeout(resolve, job.afterMs));
    return "echo" in job ? job.echo : "spun";
  },
  async () => notify("released"),
);
