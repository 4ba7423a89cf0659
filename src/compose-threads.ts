import type { Logger } from "pino";
import type { Settings } from "./config/settings.ts";
import type { FaqEditor } from "./core/faq-editor.ts";
import type { Clock } from "./core/clock.ts";
import type { Meter } from "./core/meter.ts";
import type { Finder, SectionSplitter } from "./core/finder.ts";
import { createWorkerSplitter } from "./section-thread/worker-splitter.ts";
import type { Backtester } from "./core/backtester.ts";
import { createWorkerBacktester } from "./backtest-thread/worker-backtester.ts";
import { createWorkerEditor } from "./faq-thread/worker-editor.ts";
import type { Measurer } from "./report/measurer.ts";
import { createWorkerMeasurer } from "./measure-thread/worker-measurer.ts";
import { createWorkerFinder } from "./search-thread/worker-finder.ts";
import { countJobs } from "./metrics/count-jobs.ts";
import type { Database } from "./storage/open-database.ts";

/** What takes long enough to be kept away from the thread that listens. */
export interface Threads {
  readonly splitter: SectionSplitter & Closable;
  readonly finder: Finder & Closable;
  readonly editor: FaqEditor & Closable;
  readonly measurer: Measurer;
  readonly backtester: Backtester & Closable;
}

interface Closable {
  close(): Promise<void>;
}

/** Where threads find what they work on. */
export type ThreadSettings = Pick<Settings, "dataFolder" | "databaseUrl" | "webUrl" | "embeddings">;

/** Starts them all. */
export function startThreads(_: Database, settings: ThreadSettings, log: Logger, clock: Clock): Threads {
  const { dataFolder, databaseUrl, webUrl, embeddings } = settings;
  const place = { dataFolder, ...(databaseUrl !== undefined && { databaseUrl }) };
  return {
    splitter: createWorkerSplitter(),
    editor: createWorkerEditor(),
    backtester: createWorkerBacktester(),
    finder: createWorkerFinder({ ...place, webUrl, ...(embeddings && { embeddings }), log }),
    measurer: createWorkerMeasurer({ ...place, webUrl, clock }),
  };
}

/** The same, each counted in the metrics. */
export function countThreads(threads: Threads, meter: Meter | undefined): Threads {
  if (!meter) return threads;
  const counted = <Part extends object>(name: string, part: Part) =>
    countJobs(name, part, meter, () => performance.now());
  return {
    splitter: counted("split", threads.splitter),
    finder: counted("find", threads.finder),
    editor: counted("edit", threads.editor),
    measurer: counted("measure", threads.measurer),
    backtester: counted("backtest", threads.backtester),
  };
}
