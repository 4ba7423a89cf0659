import type { PointsLeft } from "../core/meter.ts";

/** Lets so many different values through; what comes after them is `other`. Each value is a series that is kept for good. */
export class BoundedLabel {
  readonly #known = new Set<string>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  of(value: string): string {
    if (!this.#known.has(value) && this.#known.size < this.#max) this.#known.add(value);
    return this.#known.has(value) ? value : "other";
  }
}

/** The budgets of which GitHub has told, until they are full again: those that have least, and no more than `max`. */
export class ScarcestBudgets {
  readonly #known = new Map<string, PointsLeft>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  add(points: PointsLeft): void {
    this.#known.set(`${points.installation}|${points.resource}`, points);
  }

  /** By what is left, the least first. What is full again by now is forgotten: nothing was asked since. */
  at(now: number): readonly PointsLeft[] {
    for (const [key, { resetAt }] of this.#known) if (resetAt <= now) this.#known.delete(key);
    return [...this.#known.values()].toSorted((a, b) => a.remaining - b.remaining).slice(0, this.#max);
  }
}
