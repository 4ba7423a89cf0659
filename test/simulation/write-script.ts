import type { Act } from "./act.ts";
import { dayMs, hourMs } from "../../src/core/clock.ts";
import { Chances } from "./chances.ts";
import { ThreadWriter } from "./write-thread.ts";

/** How much happens. */
export interface ScriptOptions {
  readonly seed: number;
  /** A Monday, 00:00 UTC, in milliseconds. */
  readonly from: number;
  readonly weeks: number;
  /** Threads that are opened each week. */
  readonly threads: number;
}

/** All that people do in a project within some weeks, in order of time. The same options make the same script. */
export function writeScript({ seed, from, weeks, threads }: ScriptOptions): readonly Act[] {
  const chances = new Chances(seed);
  const until = from + weeks * 7 * dayMs;
  const acts: Act[] = [];
  for (let thread = 1; thread <= weeks * threads; thread++) {
    // Askers are everywhere: most write on weekdays, at any hour.
    const week = chances.whole(0, weeks);
    const day = chances.percent(85) ? chances.whole(0, 5) : chances.whole(5, 7);
    const at = from + (week * 7 + day) * dayMs + chances.whole(0, (24 * hourMs) / 1000) * 1000;
    acts.push(...new ThreadWriter(chances, `thread-${thread}`, at).write());
  }
  return acts.filter(({ at }) => at < until).toSorted((one, other) => one.at - other.at);
}
