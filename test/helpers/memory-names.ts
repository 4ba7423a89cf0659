import type { ExpiringNames } from "../../src/core/expiring-names.ts";

/** Names that count until a time, in memory: held to the same contract as those in a database. */
export class MemoryNames implements ExpiringNames {
  readonly #until = new Map<string, number>();
  readonly #clock: () => Date;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  async add(name: string, until: number): Promise<boolean> {
    if (this.#isThere(name)) return false;
    this.#until.set(name, until);
    return true;
  }

  async has(name: string): Promise<boolean> {
    return this.#isThere(name);
  }

  #isThere(name: string): boolean {
    return (this.#until.get(name) ?? 0) > this.#clock().getTime();
  }
}
