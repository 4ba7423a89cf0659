import type { Section } from "../core/knowledge.ts";
import type { PageCutter } from "../core/ports.ts";
import { SerialThread } from "../threads/serial-thread.ts";
import { cutPageByLines, maxParsedBytes } from "./cut-page.ts";
import type { CutJob } from "./worker.ts";

export interface WorkerCutterOptions {
  /** Longest time for one page, in milliseconds; then it is cut roughly, by its lines. By default 10 s, and 30 s a megabyte. */
  readonly pageTimeoutMs?: number;
  /** Larger pages are cut by their lines, on no thread. */
  readonly maxPageBytes?: number;
}

/** A cutter with a thread of its own, which `close` ends. The thread alone does not keep the process alive. */
export interface WorkerCutter extends PageCutter {
  close(): Promise<void>;
}

/**
 * Cuts pages on one worker thread, one page after the other. A page over which the thread dies, that takes too long or
 * that ends in an error is cut roughly instead, so that no page stops the others.
 */
export function createWorkerCutter(options: WorkerCutterOptions = {}): WorkerCutter {
  const { pageTimeoutMs, maxPageBytes = maxParsedBytes } = options;
  const timeoutMsOf = ({ bytes }: CutJob) => pageTimeoutMs ?? 10_000 + bytes.length * 0.03;
  const thread = new SerialThread<CutJob, readonly Section[]>(new URL("./worker", import.meta.url), timeoutMsOf);
  return {
    async cut(path, bytes) {
      if (bytes.length > maxPageBytes) return cutPageByLines(path, bytes);
      const answer = await thread.ask({ path, bytes });
      return answer !== undefined && "result" in answer ? answer.result : cutPageByLines(path, bytes);
    },
    close: () => thread.close(),
  };
}
