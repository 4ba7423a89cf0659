/** What was made for a key at a time, and the promise of it. */
interface Kept<Value> {
  readonly at: number;
  readonly value: Promise<Value>;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Keeps what is costly to make for a short while: many who ask at once are one making, nothing is told that is older
 * than `keptMs` by either clock, and nothing is held for longer. What fails is kept by nobody.
 */
export class ShortMemory<Value> {
  readonly #keptMs: number;
  readonly #kept = new Map<number, Kept<Value>>();

  constructor(keptMs: number) {
    this.#keptMs = keptMs;
  }

  /** What there is for a key as of about now; else what `make` makes. */
  get(key: number, now: Date, make: () => Promise<Value>): Promise<Value> {
    const known = this.#kept.get(key);
    // Clocks of the demo and of tests are moved, in both directions.
    if (known && Math.abs(now.getTime() - known.at) < this.#keptMs) return known.value;
    this.#drop(key);
    const value = make();
    const timer = setTimeout(() => this.#drop(key), this.#keptMs);
    timer.unref();
    const kept = { at: now.getTime(), value, timer };
    this.#kept.set(key, kept);
    value.catch(() => this.#kept.get(key) === kept && this.#drop(key));
    return value;
  }

  clear(): void {
    for (const key of this.#kept.keys()) this.#drop(key);
  }

  #drop(key: number): void {
    clearTimeout(this.#kept.get(key)?.timer);
    this.#kept.delete(key);
  }
}
