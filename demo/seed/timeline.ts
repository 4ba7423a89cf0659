/** Something that happened at a time. */
interface TimelineEvent {
  readonly at: Date;
  readonly happen: () => void | Promise<void>;
}

/**
 * What happened in the world before the demo began. Told in any order, played in order of time; what is told for the
 * same time happens in the order it was told.
 */
export class Timeline {
  readonly #now: Date;
  readonly #moments: TimelineEvent[] = [];

  constructor(now: Date) {
    this.#now = now;
  }

  /** A time `ms` milliseconds ago. */
  ago(ms: number): Date {
    return new Date(this.#now.getTime() - ms);
  }

  tell(at: Date, happen: () => void | Promise<void>): void {
    this.#moments.push({ at, happen });
  }

  /** Let everything happen that is not in the future; `setClock` is called before each. */
  async play(setClock: (at: Date) => void): Promise<void> {
    for (const { at, happen } of this.#moments.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
      if (at > this.#now) continue;
      setClock(at);
      await happen();
    }
  }
}

/** `ms` milliseconds after a time. */
export function later(time: Date, ms: number): Date {
  return new Date(time.getTime() + ms);
}
