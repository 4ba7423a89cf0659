import type { Stopwatch } from "../../src/github/write-pace.ts";

/** Lets writes follow each other at once, as if the second between them had passed. */
export function hurriedStopwatch(): Stopwatch {
  let skipped = 0;
  return {
    elapsed: () => performance.now() + skipped,
    sleep: async (ms) => {
      skipped += ms;
    },
  };
}
