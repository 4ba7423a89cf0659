import type { ClaimedDelivery, Hand } from "../core/inbox.ts";

/** How many of one installation's deliveries are handled side by side, so that it leaves workers to others. */
const mostOfOne = 8;
/** So many while its writes wait for each other: one writes, and the next makes ready. */
const mostWhileCrowded = 2;
/** How long an installation counts as crowded after one of its deliveries had to be put back. */
const crowdedMs = 30_000;

interface Job {
  readonly delivery: ClaimedDelivery;
  readonly done: Promise<void>;
}

/** The deliveries that a worker is busy with, and how many more of each installation it may take. */
export class InHand implements Hand {
  readonly #jobs = new Set<Job>();
  readonly #crowdedUntil = new Map<number, number>();
  readonly #lastTurns = new Map<number, number>();
  #turn = 0;
  readonly #most: number;
  readonly #elapsed: () => number;

  /** `most` deliveries at once; `elapsed` is time as it passes, in milliseconds. */
  constructor(most: number, elapsed: () => number) {
    this.#most = most;
    this.#elapsed = elapsed;
  }

  get deliveries(): readonly ClaimedDelivery[] {
    return [...this.#jobs].map(({ delivery }) => delivery);
  }

  get isEmpty(): boolean {
    return this.#jobs.size === 0;
  }

  /** Nothing more can be taken: all hands are full, or what is in hand has to run alone. */
  get isFull(): boolean {
    return this.#jobs.size >= this.#most || this.deliveries.some(({ runsAlone }) => runsAlone);
  }

  mostOf(installation: number): number {
    return (this.#crowdedUntil.get(installation) ?? 0) > this.#elapsed() ? mostWhileCrowded : mostOfOne;
  }

  lastTurnOf(installation: number): number {
    return this.#lastTurns.get(installation) ?? 0;
  }

  /** A delivery of this installation had to be put back, since others of it were writing. */
  crowd(installation: number): void {
    this.#crowdedUntil.set(installation, this.#elapsed() + crowdedMs);
  }

  /** Holds a delivery until its job is done; then calls. */
  hold(delivery: ClaimedDelivery, work: Promise<void>, call: () => void): void {
    this.#lastTurns.set(delivery.installation, ++this.#turn);
    const job: Job = {
      delivery,
      done: work.finally(() => {
        this.#jobs.delete(job);
        call();
      }),
    };
    this.#jobs.add(job);
  }

  /** Resolves when all that is in hand now is done. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#jobs].map(({ done }) => done));
  }
}
