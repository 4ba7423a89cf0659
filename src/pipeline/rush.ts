import { setTimeout as sleep } from "node:timers/promises";

/** From so many webhooks on that are being written down at once, they are a rush: usually it is one or two. */
const many = 8;

/**
 * With so many webhooks a second, a process that has no time left lets its work wait. What counts is how much of its time
 * the event loop was busy: https://nodejs.org/api/perf_hooks.html#performanceeventlooputilizationutilization1-utilization2
 */
const manyPerSecond = 50;
const busyShare = 0.6;

/** It is looked at this often, in milliseconds, and nothing is taken from the inbox so long at most: a rush without an end is handled all the same. */
const lookEveryMs = 50;
const maxWaitMs = 1_000;

/** How busy this process is, and time as it passes, in milliseconds. */
export interface Load {
  elapsed(): number;
  /** The share of the time since the last question in which it was busy, from 0 to 1. */
  busySinceLast(): number;
}

/** This process's own. */
function ownLoad(): Load {
  let before = performance.eventLoopUtilization();
  return {
    elapsed: () => performance.now(),
    busySinceLast: () => {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      return utilization;
    },
  };
}

/**
 * Lets handling give way to webhooks that come in: GitHub waits ten seconds for an answer, and takes one that comes later
 * for none, while whatever was written down can be handled when the rush is over.
 */
export class Rush {
  readonly #load: Load;
  #arriving = 0;
  #arrived = 0;
  #lookedAt: number;
  #isBusy = false;

  constructor(load: Load = ownLoad()) {
    this.#load = load;
    this.#lookedAt = load.elapsed();
  }

  /** Takes in a webhook, which counts for as long as that lasts. */
  async during<Result>(takeIn: () => Promise<Result>): Promise<Result> {
    this.#arriving += 1;
    this.#arrived += 1;
    try {
      return await takeIn();
    } finally {
      this.#arriving -= 1;
    }
  }

  /** Resolves when there is time for something else, or after a second. */
  async subsides(): Promise<void> {
    for (let waited = 0; this.#isOn() && waited < maxWaitMs; waited += lookEveryMs) await sleep(lookEveryMs);
  }

  #isOn(): boolean {
    const since = this.#load.elapsed() - this.#lookedAt;
    if (since >= lookEveryMs) {
      const perSecond = (this.#arrived * 1_000) / since;
      this.#isBusy = this.#load.busySinceLast() > busyShare && perSecond > manyPerSecond;
      this.#arrived = 0;
      this.#lookedAt += since;
    }
    return this.#isBusy || this.#arriving >= many;
  }
}
