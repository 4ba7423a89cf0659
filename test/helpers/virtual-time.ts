import { setImmediate } from "node:timers/promises";
import type { Stopwatch } from "../../src/github/stopwatch.ts";

/** Time that passes only where everybody sleeps, and then at once to the moment at which the first one wakes. */
export interface VirtualTime {
  /** Milliseconds since 1970. */
  now(): number;
  readonly stopwatch: Stopwatch;
  /** Lets time pass until this is settled, or for so long. */
  until<Result>(what: Promise<Result>): Promise<Result>;
  pass(ms: number): Promise<void>;
}

/** Begins at a moment, in milliseconds since 1970. */
export function virtualTime(start = Date.parse("2026-03-02T12:00:00Z")): VirtualTime {
  let now = start;
  let order = 0;
  const alarms = new Map<number, { readonly at: number; readonly ring: () => void }>();
  const set = (ms: number, ring: () => void): number => {
    alarms.set(++order, { at: now + Math.max(0, ms), ring });
    return order;
  };
  /** Rings the next alarm; false when there is none. */
  const ringNext = async (): Promise<boolean> => {
    await setImmediate();
    const [next] = [...alarms].toSorted(([one, a], [other, b]) => a.at - b.at || one - other);
    if (next === undefined) return false;
    alarms.delete(next[0]);
    now = Math.max(now, next[1].at);
    next[1].ring();
    return true;
  };
  const sleep = (ms: number) => new Promise<void>((resolve) => void set(ms, resolve));
  const until = async <Result>(what: Promise<Result>): Promise<Result> => {
    const progress = { isOver: false };
    const settled = what.finally(() => {
      progress.isOver = true;
    });
    settled.catch(() => undefined);
    for (await setImmediate(); !progress.isOver;) {
      if (!(await ringNext()) && !progress.isOver) throw new Error("everybody waits for ever");
    }
    return settled;
  };
  return {
    now: () => now,
    stopwatch: {
      elapsed: () => now,
      sleep,
      later: (ms, act) => {
        const alarm = set(ms, act);
        return () => void alarms.delete(alarm);
      },
    },
    until,
    pass: (ms) => until(sleep(ms)),
  };
}
