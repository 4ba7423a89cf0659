import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** How long something took, in milliseconds. Where others use the machine too, the processor's time says more. */
export interface TimeTaken {
  readonly wall: number;
  /** Of all threads of this process, the garbage collector's among them. */
  readonly processor: number;
}

/** Starts a stopwatch; the function returned reads it. */
export function startStopwatch(): () => TimeTaken {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - start, processor: (user + system) / 1000 };
  };
}

/** Bytes in use on V8's heap and in array buffers, after a collection, so that only what is held counts. */
export function usedBytes(): number {
  // The memory of array buffers is freed beside a collection, and is surely free when the next one starts.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Node has no call for it unless started with a flag, which V8 also takes later. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
}
