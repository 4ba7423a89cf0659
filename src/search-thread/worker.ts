import { workerData } from "node:worker_threads";
import type { RepositoryRef } from "../core/discussion.ts";
import type { Question } from "../core/knowledge.ts";
import { openBeside } from "../storage/open-database.ts";
import { type CrossedError, toCrossed } from "../threads/messages.ts";
import { notify, serveJobs } from "../threads/worker-side.ts";
import { composeFinder, type FinderSettings } from "./compose-finder.ts";

/** A question to answer. */
export interface FindJob {
  readonly repository: RepositoryRef;
  readonly question: Question;
  readonly limit: number;
}

/** A line for the log of the app. */
export interface LogNotice {
  readonly facts: object;
  readonly error: CrossedError | undefined;
  readonly message: string;
}

/** As everywhere, an error stands under `err` among the facts. */
function warn({ err, ...facts }: { readonly err?: unknown }, message: string): void {
  notify({ facts, error: err === undefined ? undefined : toCrossed(err), message } satisfies LogNotice);
}

// The thread has a connection to the database of its own.
const settings = workerData as FinderSettings;
const database = await openBeside(settings);
const finder = composeFinder(database, settings, { warn });

// Closing lets the statement or transaction under way end, and leaves all other work undone.
serveJobs(
  ({ repository, question, limit }: FindJob) => finder.find(repository, question, limit),
  () => database.close(),
);
