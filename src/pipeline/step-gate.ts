/** The process ends: no step begins any more. What was in progress is given back to others. */
export class StoppingError extends Error {
  override name = "StoppingError";
}

/**
 * Lets the steps of plans begin until the process has to end, and knows which deliveries are in the middle of one. Those
 * must not be given back at once: GitHub may be at work on what was sent, and whoever took them up would not find it.
 */
export class StepGate {
  readonly #busy = new Set<string>();
  #isClosed = false;

  /** Deliveries in the middle of a step, by id. */
  get busy(): readonly string[] {
    return [...this.#busy];
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Steps under way may end; no other one begins. */
  close(): void {
    this.#isClosed = true;
  }

  /** Runs one step of a delivery. Rejects with `StoppingError` where the gate is closed. */
  async pass<Result>(delivery: string, step: () => Promise<Result>): Promise<Result> {
    if (this.#isClosed) throw new StoppingError("the process is stopping");
    this.#busy.add(delivery);
    try {
      return await step();
    } finally {
      this.#busy.delete(delivery);
    }
  }
}
