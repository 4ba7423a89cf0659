import type { Clock } from "../../core/clock.ts";

const maxKept = 10_000;

/** Names that count until a time, ten thousand at most: the oldest go first. */
export class ExpiringSet {
  readonly #clock: Clock;
  readonly #until = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** False where it was there before. `until` is in milliseconds. */
  add(name: string, until: number): boolean {
    if (this.has(name)) return false;
    this.#until.delete(name);
    this.#until.set(name, until);
    const now = this.#clock().getTime();
    for (const [oldest, end] of this.#until) {
      if (end > now && this.#until.size <= maxKept) break;
      this.#until.delete(oldest);
    }
    return true;
  }

  has(name: string): boolean {
    return (this.#until.get(name) ?? 0) > this.#clock().getTime();
  }
}
