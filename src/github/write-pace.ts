import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { RateLimitError } from "../core/errors.ts";
import { hourMs, type Clock } from "../core/clock.ts";

export interface PaceOptions {
  /** By which writes are kept apart; real time when missing. */
  readonly stopwatch?: Stopwatch;
  /** How many writes of one installation may be under way or wait for their turn. */
  readonly maxInLane?: number;
}

/** Real time as it passes, for pacing. `elapsed` grows in milliseconds and never jumps, whatever happens to the clock. */
export interface Stopwatch {
  elapsed(): number;
  sleep(ms: number): Promise<void>;
}

/** The process's own. It stands still while the machine sleeps. */
export const realTime: Stopwatch = { elapsed: () => performance.now(), sleep };

/**
 * Keeps writes within what GitHub asks for: one after the other, at least a second apart, and below its limits on
 * content (80 a minute and 500 an hour, of which we take three quarters and leave the rest to people):
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 *
 * Each installation has a lane of its own. The first write in a quiet lane starts at once. One more may wait there for
 * a short time, so that a delivery with several writes goes on by itself. Whoever finds the lane taken, or would wait
 * longer, is rejected with `RateLimitError`: its delivery is put back, and its worker is free for other installations.
 */
export class WritePace {
  readonly #lanes = new Map<string, Lane>();
  readonly #clock: Clock;
  readonly #stopwatch: Stopwatch;
  readonly #maxInLane: number;
  /** Set for whatever runs inside of `ifSpare`. */
  readonly #spare = new AsyncLocalStorage<true>();

  constructor(clock: Clock, { stopwatch = realTime, maxInLane = 2 }: PaceOptions = {}) {
    this.#clock = clock;
    this.#stopwatch = stopwatch;
    this.#maxInLane = maxInLane;
  }

  /**
   * Does `act`, unless one of its writes finds no room: writes that may be left out take a part of the budget at most,
   * and none when the rest is needed. False when it was left out, or broken off there.
   */
  async ifSpare(act: () => Promise<void>): Promise<boolean> {
    try {
      await this.#spare.run(true, act);
      return true;
    } catch (error) {
      if (error instanceof NoneToSpareError) return false;
      throw error;
    }
  }

  /** Runs `write` in its lane when its turn has come. */
  async run<Result>(lane: string, write: () => Promise<Result>): Promise<Result> {
    const { starts, spares, ...rest } = this.#lane(lane);
    const now = this.#stopwatch.elapsed();
    const isHeld = rest.heldUntil > now;
    const isSpare = this.#spare.getStore() === true;
    if (isSpare && (isHeld || !isToSpare(starts, spares, now))) throw new NoneToSpareError();
    if (isHeld) throw this.#putBack("GitHub asked us to write nothing more here for now", rest.heldUntil - now);
    const start = nextStart(starts, now);
    if (start - now > maxWaitMs) {
      throw this.#putBack("Our own budget of writes for this installation is used up", start - now);
    }
    if (rest.size >= this.#maxInLane) {
      throw this.#putBack("Other writes for this installation go first", Math.max(start - now, leastWaitMs));
    }
    const ofTheHour = (times: readonly number[]) => times.filter((it) => it > now - hourMs);
    this.#lanes.set(lane, {
      ...rest,
      starts: [...ofTheHour(starts), start],
      spares: [...ofTheHour(spares), ...(isSpare ? [start] : [])],
    });
    return this.#after(lane, start, write);
  }

  /** Lets no write into a lane for so long: GitHub has asked one of its writes to wait. */
  hold(lane: string, ms: number): void {
    const until = this.#stopwatch.elapsed() + ms;
    this.#change(lane, ({ heldUntil }) => ({ heldUntil: Math.max(heldUntil, until) }));
  }

  async #after<Result>(lane: string, start: number, write: () => Promise<Result>): Promise<Result> {
    const before = this.#lane(lane).last;
    const { promise: done, resolve: finish } = Promise.withResolvers<void>();
    this.#change(lane, ({ size }) => ({ last: done, size: size + 1 }));
    try {
      await before;
      const wait = start - this.#stopwatch.elapsed();
      if (wait > 0) await this.#stopwatch.sleep(wait);
      return await write();
    } finally {
      this.#change(lane, ({ size }) => ({ size: size - 1 }));
      finish();
    }
  }

  #putBack(message: string, waitMs: number): RateLimitError {
    return new RateLimitError(message, new Date(this.#clock().getTime() + Math.ceil(waitMs)));
  }

  #change(lane: string, change: (before: Lane) => Partial<Lane>): void {
    const before = this.#lane(lane);
    this.#lanes.set(lane, { ...before, ...change(before) });
  }

  #lane(lane: string): Lane {
    return this.#lanes.get(lane) ?? { starts: [], spares: [], size: 0, heldUntil: 0, last: Promise.resolve() };
  }
}

interface Lane {
  /** When the writes of the past hour started, and when those that wait will; oldest first. */
  readonly starts: readonly number[];
  /** Those of them that could have been left out. */
  readonly spares: readonly number[];
  /** How many are under way or wait. */
  readonly size: number;
  /** Until when nothing may start, by the stopwatch. */
  readonly heldUntil: number;
  /** Settles when the newest write of the lane has ended. */
  readonly last: Promise<void>;
}

const maxWaitMs = 10_000;
/** Who is put back because of the lane comes back no sooner than one write takes. */
const leastWaitMs = 1000;

/** At most `count` writes in any window of `ms`; the first is the distance between two. */
const limits = [
  { count: 1, ms: 1000 },
  { count: 60, ms: 60 * 1000 },
  { count: 400, ms: hourMs },
] as const;

/** What writes that may be left out may take, and how many of all must be left for that, in any window of `ms`. */
const spareLimits = [
  { count: 15, left: 30, ms: 60 * 1000 },
  { count: 100, left: 200, ms: hourMs },
] as const;

/** There is no room for a write that may be left out. */
class NoneToSpareError extends Error {
  override name = "NoneToSpareError";
}

function isToSpare(starts: readonly number[], spares: readonly number[], now: number): boolean {
  return spareLimits.every(({ count, left, ms }) => {
    const within = (times: readonly number[]) => times.filter((it) => it > now - ms).length;
    const most = limits.find((it) => it.ms === ms)?.count ?? 0;
    return within(spares) < count && most - within(starts) > left;
  });
}

/** The earliest time at which one more write breaks none of the limits. */
export function nextStart(starts: readonly number[], now: number): number {
  const earliest = limits.map(({ count, ms }) => {
    const oldestInTheWay = starts.at(-count);
    return starts.length >= count && oldestInTheWay !== undefined ? oldestInTheWay + ms : now;
  });
  return Math.max(now, ...earliest);
}
