/** Something that happened at a time. */
interface TimelineEvent {
  readonly at: Date;
  readonly run: () => void | Promise<void>;
}

/**
 * What happened in the world before the demo began. Events are scheduled in any order and run in order of time; those
 * of the same time run in the order in which they were scheduled.
 */
export class Timeline {
  readonly #now: Date;
  readonly #events: TimelineEvent[] = [];

  constructor(now: Date) {
    this.#now = now;
  }

  /** A time `ms` milliseconds ago. */
  ago(ms: number): Date {
    return new Date(this.#now.getTime() - ms);
  }

  /** Adds an event. */
  schedule(at: Date, run: () => void | Promise<void>): void {
    this.#events.push({ at, run });
  }

  /** Runs all events that are not in the future; `setClock` is called before each, never twice with the same time. */
  async run(setClock: (at: Date) => void): Promise<void> {
    let last = 0;
    for (const { at, run } of this.#events.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
      if (at > this.#now) continue;
      last = Math.max(last + 1, at.getTime());
      setClock(new Date(last));
      await run();
    }
  }
}

/** `ms` milliseconds after a time. */
export function afterTime(time: Date, ms: number): Date {
  return new Date(time.getTime() + ms);
}
