import { parentPort } from "node:worker_threads";
import { toCrossed, type ThreadMessage, type ThreadRequest } from "./messages.ts";

/**
 * The thread's side of a `WorkerChannel`. Does each job it is sent by `work`; jobs of which `work` returns a promise may
 * overlap. `release` is awaited before the thread ends. Called once, last in the thread's script.
 */
export function serveJobs(work: (job: never) => unknown, release: () => Promise<void> = async () => undefined): void {
  parentPort?.on("message", (request: ThreadRequest<never>) => {
    if (request.kind === "job") void answer(request.id, () => work(request.job));
    else void release().then(() => process.exit());
  });
  tell({ kind: "ready" });
}

/** Sends something that no job asked for, such as a line for the log. */
export function notify(notice: unknown): void {
  tell({ kind: "notice", notice });
}

async function answer(id: number, work: () => unknown): Promise<void> {
  try {
    tell({ kind: "done", id, result: await work() });
  } catch (error) {
    tell({ kind: "failed", id, error: toCrossed(error) });
  }
}

function tell(message: ThreadMessage<unknown, unknown>): void {
  parentPort?.postMessage(message, []);
}
