/**
 * Lets a number of jobs of one lane run at a time; the others wait in the order they came. It knows no time, so that no
 * change of the clock can hold it up.
 */
export class ConcurrencyLimit {
  readonly #most: number;
  readonly #lanes = new Map<string, Lane>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Runs `job` in its lane once there is room. */
  async run<Result>(name: string, job: () => Promise<Result>): Promise<Result> {
    const lane = this.#lanes.get(name) ?? { running: 0, waiting: [] };
    this.#lanes.set(name, lane);
    if (lane.running < this.#most) lane.running += 1;
    // Whoever ends hands its room on, so that nobody who comes now can take it first.
    else await new Promise<void>((resolve) => lane.waiting.push(resolve));
    try {
      return await job();
    } finally {
      const next = lane.waiting.shift();
      if (next) next();
      else lane.running -= 1;
      if (lane.running === 0) this.#lanes.delete(name);
    }
  }
}

interface Lane {
  running: number;
  readonly waiting: (() => void)[];
}
