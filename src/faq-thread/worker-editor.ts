import { UserError } from "../core/errors.ts";
import type { FaqEditor, FaqJob, FaqJobResult } from "../core/faq-editor.ts";
import { parserLimits, ThreadEndedError, WorkerChannel } from "../threads/worker-channel.ts";

export interface WorkerEditorOptions {
  /** Longest time for one job, in milliseconds. */
  readonly jobTimeoutMs?: number;
}

/** Most edits take some tens of milliseconds; the longest file that is edited takes a few seconds. */
const usualTimeoutMs = 20_000;

/** An editor with a thread of its own, which `close` ends. The thread alone does not keep the process alive. */
export interface WorkerEditor extends FaqEditor {
  close(): Promise<void>;
}

/**
 * Edits FAQ files on one worker thread, one job after the other. A job over which the thread dies or that takes too long
 * is refused: an answer made to be trouble costs its own promotion, and no other.
 */
export function createWorkerEditor({ jobTimeoutMs = usualTimeoutMs }: WorkerEditorOptions = {}): WorkerEditor {
  const channel = new WorkerChannel<FaqJob, FaqJobResult<FaqJob>>({
    name: "editor",
    script: new URL("./worker", import.meta.url),
    resourceLimits: parserLimits,
    timeoutMsOf: () => jobTimeoutMs,
  });
  return {
    async work<Job extends FaqJob>(job: Job): Promise<FaqJobResult<Job>> {
      try {
        return (await channel.send(job)) as FaqJobResult<Job>;
      } catch (error) {
        throw error instanceof ThreadEndedError ? new UserError(tookTooLong(jobTimeoutMs)) : error;
      }
    },
    close: () => channel.close(),
  };
}

function tookTooLong(ms: number): string {
  return `I left the FAQ as it is: working through the answer and the file took longer than ${ms / 1000} s. Whoever wrote the answer can make it plainer, or somebody can write the entry by hand.`;
}
