import type { Stopwatch } from "../../src/github/write-pace.ts";

/** Lets writes follow each other at once, as if the second between them had passed. `time`: in milliseconds. */
export function hurriedStopwatch(time = () => performance.now()): Stopwatch {
  let skipped = 0;
  return {
    elapsed: () => time() + skipped,
    sleep: async (ms) => {
      skipped += ms;
    },
  };
}
