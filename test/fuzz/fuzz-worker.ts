import { parentPort, workerData } from "node:worker_threads";
import { corpusOf } from "./corpus.ts";
import { runTarget } from "./run-target.ts";
import type { FuzzTarget } from "./target.ts";

/** What a worker is to do. */
export interface FuzzJob {
  /** Module whose export `targets` has the target. */
  readonly module: string;
  readonly target: string;
  readonly seed: number;
  readonly minutes: number;
  /** Inputs to check and no others. */
  readonly only?: readonly string[];
  /** `[checks begun, length of the input, its UTF-16 units …]`: what is being checked, for whoever watches. */
  readonly shared: SharedArrayBuffer;
}

const { module, target: name, seed, minutes, only, shared } = workerData as FuzzJob;
const { targets } = (await import(module)) as { readonly targets: readonly FuzzTarget[] };
const target = targets.find((it) => it.name === name);
if (!target) throw new Error(`there is no target ${name}`);

const head = new Int32Array(shared, 0, 2);
const units = new Uint16Array(shared, 8);
const end = performance.now() + minutes * 60_000;
const kept = only ?? corpusOf(name).map(({ input }) => input);

// What a check waits for may be something that keeps no thread alive, such as another thread.
const alive = setInterval(() => undefined, 60_000);
const outcome = await runTarget(
  target,
  {
    seed,
    kept,
    isGuided: only === undefined,
    isOver: (executions) => (only === undefined ? performance.now() > end : executions >= only.length),
  },
  {
    begins(input) {
      for (let at = 0; at < input.length; at += 1) units[at] = input.charCodeAt(at);
      Atomics.store(head, 1, input.length);
      Atomics.add(head, 0, 1);
    },
    ends() {
      Atomics.store(head, 1, -1);
    },
  },
);
clearInterval(alive);
parentPort?.postMessage(outcome, []);
