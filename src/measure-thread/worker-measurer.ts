import type { Clock } from "../core/clock.ts";
import type { Measurer, ThreadBehind } from "../report/measurer.ts";
import type { Report } from "../report/report.ts";
import { WorkerChannel } from "../threads/worker-channel.ts";
import type { MeasurerSettings } from "./compose-measurer.ts";
import type { MeasureJob } from "./worker.ts";

export interface WorkerMeasurerOptions extends MeasurerSettings {
  /** What time it is. */
  readonly clock: Clock;
}

/** Repositories that need more memory than this to be measured end the thread, not the process. */
const maxThreadMemoryMb = 2_048;

/** How long the thread may take to let go of the database. It only reads, so that it can be stopped where it is. */
const closeMs = 1_000;

/**
 * Measures on a worker thread, so that nobody waits for it but who asked: ten thousand threads take a second or more. The
 * thread starts with the first question. If it dies, the questions under way reject, and the next one starts another.
 */
export function createWorkerMeasurer({ clock, ...settings }: WorkerMeasurerOptions): Measurer {
  const channel = new WorkerChannel<MeasureJob, Report | readonly ThreadBehind[]>({
    name: "measurer",
    script: new URL("./worker", import.meta.url),
    workerData: settings satisfies MeasurerSettings,
    resourceLimits: { maxOldGenerationSizeMb: maxThreadMemoryMb },
    closeMs,
  });
  return {
    report: async (repository, period) =>
      (await channel.send({ tell: "report", repository, period, now: clock() })) as Report,
    threadsBehind: async (repository, query) =>
      (await channel.send({ tell: "threads", repository, query, now: clock() })) as readonly ThreadBehind[],
    close: () => channel.close(),
  };
}
