import { setTimeout as sleep } from "node:timers/promises";

/** Real time as it passes. `elapsed` grows in milliseconds and never jumps, whatever happens to the clock. */
export interface Stopwatch {
  elapsed(): number;
  sleep(ms: number): Promise<void>;
  /** Acts later, unless it is called off or the process ends before. */
  later(ms: number, act: () => void): () => void;
}

/** The process's own. It stands still while the machine sleeps. */
export const realTime: Stopwatch = {
  elapsed: () => performance.now(),
  sleep,
  later(ms, act) {
    const timer = setTimeout(act, ms).unref();
    return () => clearTimeout(timer);
  },
};
