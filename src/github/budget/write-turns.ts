import type { Urgency } from "./limits.ts";

const order: readonly Urgency[] = ["interactive", "background", "spare"];

interface Lane {
  readonly waiting: { readonly urgency: Urgency; readonly go: () => void }[];
}

/**
 * Lets one write of an installation go at a time in this process; a few wait for it. Whoever somebody waits for goes
 * first, and within that whoever came first.
 */
export class WriteTurns {
  readonly #most: number;
  readonly #lanes = new Map<string, Lane>();

  /** `most`: how many may write or wait, of those that go first. */
  constructor(most: number) {
    this.#most = most;
  }

  isIdle(name: string): boolean {
    return !this.#lanes.has(name);
  }

  /** False when too many wait already; else once the turn has come, which `end` gives on. */
  async begin(name: string, urgency: Urgency): Promise<boolean> {
    const lane = this.#lanes.get(name);
    if (lane === undefined) {
      this.#lanes.set(name, { waiting: [] });
      return true;
    }
    const ahead = lane.waiting.filter((it) => order.indexOf(it.urgency) <= order.indexOf(urgency)).length;
    if (ahead + 1 >= this.#most) return false;
    await new Promise<void>((go) => lane.waiting.push({ urgency, go }));
    return true;
  }

  end(name: string): void {
    const waiting = this.#lanes.get(name)?.waiting ?? [];
    const next = order.flatMap((urgency) => waiting.filter((it) => it.urgency === urgency))[0];
    if (next === undefined) {
      this.#lanes.delete(name);
      return;
    }
    waiting.splice(waiting.indexOf(next), 1);
    next.go();
  }
}
