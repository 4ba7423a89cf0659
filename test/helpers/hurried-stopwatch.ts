import { realTime, type Stopwatch } from "../../src/github/stopwatch.ts";

/** Sleeps no time, as if it had passed. `time`: in milliseconds. */
export function hurriedStopwatch(time = () => performance.now()): Stopwatch {
  let skipped = 0;
  return {
    ...realTime,
    elapsed: () => time() + skipped,
    sleep: async (ms) => {
      skipped += ms;
    },
  };
}
