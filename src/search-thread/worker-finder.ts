import type { Hit } from "../core/knowledge.ts";
import type { Finder } from "../core/finder.ts";
import type { Log } from "../core/log.ts";
import { fromCrossed } from "../threads/messages.ts";
import { WorkerChannel } from "../threads/worker-channel.ts";
import type { FinderSettings } from "./compose-finder.ts";
import type { FindJob, LogNotice } from "./worker.ts";

export interface WorkerFinderOptions extends FinderSettings {
  readonly log: Pick<Log, "warn">;
}

/** Indexes that need more memory than this end the thread, not the process. */
const maxThreadMemoryMb = 4_096;

/**
 * How long the thread may take to let go of the database, in milliseconds. Then it is stopped where it is, which does no
 * harm, but for a model that reads a text at the time: its library then ends the process
 * (https://github.com/daintreehq/daintree/issues/12577). It is given time to come to the end of the text.
 */
const closeMs = 1_000;
const closeWithModelMs = 6_000;

/** A finder with a thread of its own, which `close` ends. The thread alone does not keep the process alive. */
export interface WorkerFinder extends Finder {
  /** Rejects the finds under way, and leaves the database. Closing twice is closing once. */
  close(): Promise<void>;
}

/**
 * Finds on a worker thread, started with the first question. If the thread dies, the finds under way reject with the
 * reason, to be tried again by their callers, and the next find starts another thread.
 */
export function createWorkerFinder({ log, ...settings }: WorkerFinderOptions): WorkerFinder {
  const channel = new WorkerChannel<FindJob, readonly Hit[], LogNotice>({
    name: "finder",
    script: new URL("./worker", import.meta.url),
    workerData: settings satisfies FinderSettings,
    resourceLimits: { maxOldGenerationSizeMb: maxThreadMemoryMb },
    closeMs: settings.embeddings !== undefined && "folder" in settings.embeddings ? closeWithModelMs : closeMs,
    onNotice: ({ facts, error, message }) => log.warn({ ...facts, ...(error && { err: fromCrossed(error) }) }, message),
  });
  return {
    find: (repository, question, limit) => channel.send({ repository, question, limit }),
    close: () => channel.close(),
  };
}
