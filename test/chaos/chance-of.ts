import { createHash } from "node:crypto";
import { Chances } from "../simulation/chances.ts";

/**
 * Chances by a seed and by what something is, with how often that was before: other things that happen in between, in an
 * order that differs from run to run, change nothing of them.
 */
export class ChancesOf {
  readonly #seed: string;
  readonly #times = new Map<string, number>();

  constructor(seed: string) {
    this.#seed = seed;
  }

  of(what: string): Chances {
    const nth = (this.#times.get(what) ?? 0) + 1;
    this.#times.set(what, nth);
    return new Chances(createHash("sha256").update(`${this.#seed}\n${what}\n${nth}`).digest().readInt32BE());
  }
}
