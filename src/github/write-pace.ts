import { setTimeout as sleep } from "node:timers/promises";
import { RateLimitError } from "../core/errors.ts";
import type { Clock } from "../core/ports.ts";

/** Real time as it passes, for pacing. `elapsed` grows in milliseconds and never jumps, whatever happens to the clock. */
export interface Stopwatch {
  elapsed(): number;
  sleep(ms: number): Promise<void>;
}

/**
 * Keeps writes within what GitHub asks for: one after the other, at least a second apart, and below its limits on
 * content (80 a minute and 500 an hour, of which we take three quarters and leave the rest to people):
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 *
 * Each installation has a lane of its own. The first write in a quiet lane starts at once. A short wait is slept;
 * a longer one rejects with `RateLimitError`, so that the delivery is put back instead of holding a worker.
 */
export class WritePace {
  readonly #lanes = new Map<string, Lane>();
  readonly #clock: Clock;
  readonly #stopwatch: Stopwatch;

  constructor(clock: Clock, stopwatch: Stopwatch = { elapsed: () => performance.now(), sleep }) {
    this.#clock = clock;
    this.#stopwatch = stopwatch;
  }

  /** Runs `write` in its lane when its turn has come. */
  async run<Result>(lane: string, write: () => Promise<Result>): Promise<Result> {
    const { starts, ...rest } = this.#lane(lane);
    const now = this.#stopwatch.elapsed();
    const start = nextStart(starts, now);
    if (start - now > longestWaitMs) {
      const retryAt = new Date(this.#clock().getTime() + Math.ceil(start - now));
      throw new RateLimitError("Our own budget of writes for this installation is used up", retryAt);
    }
    this.#lanes.set(lane, { ...rest, starts: [...starts.filter((it) => it > now - hourMs), start] });
    return this.#after(lane, start, write);
  }

  async #after<Result>(lane: string, start: number, write: () => Promise<Result>): Promise<Result> {
    const before = this.#lane(lane).last;
    const { promise: done, resolve: finish } = Promise.withResolvers<void>();
    this.#lanes.set(lane, { ...this.#lane(lane), last: done });
    try {
      await before;
      const wait = start - this.#stopwatch.elapsed();
      if (wait > 0) await this.#stopwatch.sleep(wait);
      return await write();
    } finally {
      finish();
    }
  }

  #lane(lane: string): Lane {
    return this.#lanes.get(lane) ?? { starts: [], last: Promise.resolve() };
  }
}

interface Lane {
  /** When the writes of the past hour started, and when those that wait will; oldest first. */
  readonly starts: readonly number[];
  /** Settles when the newest write of the lane has ended. */
  readonly last: Promise<void>;
}

const hourMs = 60 * 60 * 1000;
const longestWaitMs = 10_000;

/** At most `count` writes in any window of `ms`; the first is the distance between two. */
const limits = [
  { count: 1, ms: 1000 },
  { count: 60, ms: 60 * 1000 },
  { count: 400, ms: hourMs },
] as const;

/** The earliest time at which one more write breaks none of the limits. */
export function nextStart(starts: readonly number[], now: number): number {
  const earliest = limits.map(({ count, ms }) => {
    const oldestInTheWay = starts.at(-count);
    return starts.length >= count && oldestInTheWay !== undefined ? oldestInTheWay + ms : now;
  });
  return Math.max(now, ...earliest);
}
