import { AsyncLocalStorage } from "node:async_hooks";
import type { Urgency } from "./limits.ts";

/** For whom something is done at GitHub, known to all that is called in it. Somebody waits for it unless stated. */
export class UrgencyOfCalls {
  readonly #urgency = new AsyncLocalStorage<Urgency>();

  get current(): Urgency {
    return this.#urgency.getStore() ?? "interactive";
  }

  /** Does what nobody waits for. */
  async inBackground<Result>(act: () => Promise<Result>): Promise<Result> {
    return this.#urgency.run("background", act);
  }

  /**
   * Does `act`, unless one of its writes finds no room: writes that may be left out take a part of the budget at most,
   * and none when the rest is needed. False when it was left out, or broken off there.
   */
  async ifSpare(act: () => Promise<void>): Promise<boolean> {
    try {
      await this.#urgency.run("spare", act);
      return true;
    } catch (error) {
      if (error instanceof NoneToSpareError) return false;
      throw error;
    }
  }
}

/** There is no room for a write that may be left out. */
export class NoneToSpareError extends Error {
  override name = "NoneToSpareError";
}
