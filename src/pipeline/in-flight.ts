import type { Clock } from "../core/clock.ts";
import type { ClaimedDelivery, InFlight } from "../core/inbox.ts";

/** How many of one installation's deliveries are handled side by side, so that it leaves workers to others. */
const maxPerInstallation = 8;
/** The same while the installation's writes wait for each other: one writes, and the next one is decided. */
const maxWhileSlow = 2;
/** How long that lasts after one of its deliveries had to be put back. */
const slowMs = 30_000;
/** So long nothing of an installation is taken at most, where what it wants has no room in GitHub's limits. */
const maxPauseMs = 20_000;

interface Job {
  readonly delivery: ClaimedDelivery;
  readonly done: Promise<void>;
}

/** The deliveries that a worker is busy with, and how many more of each installation it may take. */
export class InFlightDeliveries implements InFlight {
  readonly #jobs = new Set<Job>();
  readonly #slowUntil = new Map<number, number>();
  /** By the clock, since that is what they are put back by. */
  readonly #pausedUntil = new Map<number, number>();
  readonly #lastTurns = new Map<number, number>();
  #turn = 0;
  readonly #max: number;
  readonly #elapsed: () => number;
  readonly #clock: Clock;

  /** `max` deliveries at once; `elapsed` is time as it passes, in milliseconds. */
  constructor(max: number, elapsed: () => number, clock: Clock) {
    this.#max = max;
    this.#elapsed = elapsed;
    this.#clock = clock;
  }

  get deliveries(): readonly ClaimedDelivery[] {
    return [...this.#jobs].map(({ delivery }) => delivery);
  }

  get isEmpty(): boolean {
    return this.#jobs.size === 0;
  }

  /** Nothing more can be taken: there are as many as there may be, or one of them has to run alone. */
  get isFull(): boolean {
    return this.#jobs.size >= this.#max || this.deliveries.some(({ runsAlone }) => runsAlone);
  }

  /** Of some installation nothing may be taken now. */
  get isPaused(): boolean {
    const now = this.#clock().getTime();
    return [...this.#pausedUntil.values()].some((until) => until > now);
  }

  maxOf(installation: number): number {
    if ((this.#pausedUntil.get(installation) ?? 0) > this.#clock().getTime()) return 0;
    return (this.#slowUntil.get(installation) ?? 0) > this.#elapsed() ? maxWhileSlow : maxPerInstallation;
  }

  lastTurnOf(installation: number): number {
    return this.#lastTurns.get(installation) ?? 0;
  }

  /** A delivery of this installation had to be put back, since others of it were writing. */
  slowDown(installation: number): void {
    this.#slowUntil.set(installation, this.#elapsed() + slowMs);
  }

  /**
   * Whatever else of this installation was taken before would be put back as well, after reading all it needs: so who
   * has come meanwhile, and goes first, is taken when there is room.
   */
  pause(installation: number, until: Date): void {
    this.#pausedUntil.set(installation, Math.min(until.getTime(), this.#clock().getTime() + maxPauseMs));
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

  /** Resolves when all that is in progress now is done. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#jobs].map(({ done }) => done));
  }
}
