import { Session } from "node:inspector/promises";

/** Tells which parts of our code ran that had not run before. */
export interface Covered {
  /** Parts that are new since the last time this was asked. */
  newParts(): Promise<number>;
  close(): Promise<void>;
}

/**
 * By V8's own counters, which name each function and block that ran since they were read last, so that no code is
 * instrumented: https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#method-takePreciseCoverage
 */
export async function watchCoverage(): Promise<Covered> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: false, detailed: true });
  const known = new Set<string>();
  return {
    async newParts() {
      const before = known.size;
      const { result } = await session.post("Profiler.takePreciseCoverage");
      for (const { url, functions } of result) {
        if (!url.includes("/src/")) continue;
        for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges)) {
          if (count > 0) known.add(`${url}:${startOffset}-${endOffset}`);
        }
      }
      return known.size - before;
    },
    async close() {
      await session.post("Profiler.disable");
      session.disconnect();
    },
  };
}
