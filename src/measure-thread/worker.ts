import { workerData } from "node:worker_threads";
import type { RepositoryRef } from "../core/discussion.ts";
import type { BehindQuery } from "../report/measurer.ts";
import { openBeside } from "../storage/open-database.ts";
import { serveJobs } from "../threads/worker-side.ts";
import { composeMeasurer, type MeasurerSettings } from "./compose-measurer.ts";

/** What to tell of a repository. `now`: the app's clock may be another than the machine's. */
export type MeasureJob = { readonly repository: RepositoryRef; readonly now: Date } & (
  | { readonly tell: "report"; readonly period: { readonly from: Date; readonly to: Date } }
  | { readonly tell: "threads"; readonly query: BehindQuery }
);

// The thread has a connection to the database of its own.
const settings = workerData as MeasurerSettings;
const database = await openBeside(settings);
const measurer = composeMeasurer(database, settings);

serveJobs(
  ({ repository, now, ...job }: MeasureJob) =>
    job.tell === "report"
      ? measurer.report(repository, job.period, now)
      : measurer.threadsBehind(repository, job.query, now),
  () => database.close(),
);
