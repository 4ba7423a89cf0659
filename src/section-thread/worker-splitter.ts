import type { Section } from "../core/knowledge.ts";
import type { SectionSplitter } from "../core/finder.ts";
import { parserLimits, ThreadClosedError, WorkerChannel } from "../threads/worker-channel.ts";
import { maxParsedBytes, splitPageByLines } from "./split-page.ts";
import type { SplitJob } from "./worker.ts";

export interface WorkerSplitterOptions {
  /** Longest time for one page, in milliseconds; then it is split roughly, by its lines. By default 10 s, and 30 s a megabyte. */
  readonly pageTimeoutMs?: number;
  /** Larger pages are split by their lines, on no thread. */
  readonly maxPageBytes?: number;
}

/** A splitter with a thread of its own, which `close` ends. The thread alone does not keep the process alive. */
export interface WorkerSplitter extends SectionSplitter {
  close(): Promise<void>;
}

/**
 * Splits pages on one worker thread, one page after the other. A page over which the thread dies, that takes too long or
 * that ends in an error is split roughly instead, so that no page stops the others.
 */
export function createWorkerSplitter(options: WorkerSplitterOptions = {}): WorkerSplitter {
  const { pageTimeoutMs, maxPageBytes = maxParsedBytes } = options;
  const channel = new WorkerChannel<SplitJob, readonly Section[]>({
    name: "splitter",
    script: new URL("./worker", import.meta.url),
    resourceLimits: parserLimits,
    timeoutMsOf: ({ bytes }) => pageTimeoutMs ?? 10_000 + bytes.length * 0.03,
  });
  return {
    async split(path, bytes) {
      if (bytes.length > maxPageBytes) return splitPageByLines(path, bytes);
      try {
        return await channel.send({ path, bytes });
      } catch (error) {
        if (error instanceof ThreadClosedError) throw error;
        return splitPageByLines(path, bytes);
      }
    },
    close: () => channel.close(),
  };
}
