import { Worker } from "node:worker_threads";
import type { FuzzJob } from "./fuzz-worker.ts";
import type { FuzzOutcome } from "./run-target.ts";

/** Runs a target in a thread; an input that it does not come back from within `deadlineMs` is told as `hang`. */
export async function watchRun(
  job: Omit<FuzzJob, "shared">,
  deadlineMs: number,
): Promise<{ readonly outcome: FuzzOutcome } | { readonly hang: string; readonly executions: number }> {
  const shared = new SharedArrayBuffer(8 + 2 * 2 ** 21);
  const head = new Int32Array(shared, 0, 2);
  Atomics.store(head, 1, -1);
  const worker = new Worker(new URL("fuzz-worker.ts", import.meta.url), { workerData: { ...job, shared } });
  const { promise, resolve, reject } = Promise.withResolvers<
    { readonly outcome: FuzzOutcome } | { readonly hang: string; readonly executions: number }
  >();
  worker.on("message", (outcome: FuzzOutcome) => resolve({ outcome })).on("error", reject);
  const running = () => Array.from(new Uint16Array(shared, 8, Math.max(0, Atomics.load(head, 1))), toUnit).join("");
  // A thread may end with its check, by `process.exit` or for want of memory.
  worker.on("exit", () => resolve({ hang: running(), executions: Atomics.load(head, 0) }));
  let seen = { begun: 0, at: performance.now() };
  const watch = setInterval(
    () => {
      const [begun, length] = [Atomics.load(head, 0), Atomics.load(head, 1)];
      if (begun !== seen.begun || length === -1) seen = { begun, at: performance.now() };
      else if (performance.now() - seen.at > deadlineMs) {
        resolve({ hang: running(), executions: begun });
      }
    },
    Math.min(500, deadlineMs / 4),
  );
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}

function toUnit(code: number): string {
  return String.fromCharCode(code);
}
