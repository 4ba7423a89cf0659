import type { Backtester, BacktestSummary, PastProject } from "../core/backtester.ts";
import { ThreadEndedError, WorkerChannel } from "../threads/worker-channel.ts";

export interface WorkerBacktesterOptions {
  /** Longest time for one replay, in milliseconds. */
  readonly jobTimeoutMs?: number;
}

/** A replay of some hundred threads takes some seconds. */
const usualTimeoutMs = 120_000;

/** A backtester with a thread of its own, which `close` ends. */
export interface WorkerBacktester extends Backtester {
  close(): Promise<void>;
}

/**
 * Replays on one worker thread, one project after the other: questions of other projects are answered meanwhile. A project
 * over which the thread ends has no figures, and costs the others none.
 */
export function createWorkerBacktester({
  jobTimeoutMs = usualTimeoutMs,
}: WorkerBacktesterOptions = {}): WorkerBacktester {
  const channel = new WorkerChannel<PastProject, BacktestSummary>({
    name: "back-test",
    script: new URL("./worker", import.meta.url),
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    timeoutMsOf: () => jobTimeoutMs,
  });
  return {
    async backtest(past) {
      try {
        return await channel.send(past);
      } catch (error) {
        if (error instanceof ThreadEndedError) return undefined;
        throw error;
      }
    },
    close: () => channel.close(),
  };
}
