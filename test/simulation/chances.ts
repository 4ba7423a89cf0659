import { seededChance } from "../../bench/seeded-chance.ts";
import { hourMs, minuteMs } from "../../src/core/clock.ts";

/** Decisions by a seed: the same seed makes the same ones. */
export class Chances {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededChance(seed);
  }

  /** True so often of a hundred. */
  percent(of: number): boolean {
    return this.#next() * 100 < of;
  }

  /** A whole number from `from` to below `to`. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.#next() * (to - from));
  }

  pick<T>(among: readonly T[]): T {
    const found = among[this.whole(0, among.length)];
    if (found === undefined) throw new Error("there is nothing to pick from");
    return found;
  }

  /** One of these by weight. */
  weighted<const Name extends string>(weights: Readonly<Partial<Record<Name, number>>>): Name {
    const entries = Object.entries(weights) as [Name, number][];
    let left = this.#next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    return this.pick(entries.map(([name]) => name));
  }

  /** A wait in milliseconds, in whole seconds: half of them are shorter than the median, and a few are very long. */
  wait(medianHours: number): number {
    const spread = Math.exp((this.#next() + this.#next() + this.#next() - 1.5) * 2.4);
    return 1000 * Math.round((medianHours * hourMs * spread) / 1000) + 2 * minuteMs;
  }
}
