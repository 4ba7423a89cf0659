import type { Log } from "../core/log.ts";

/** One line at most in this time, in milliseconds: whoever knocks cannot fill the disk by it. */
const onceIn = 60_000;

/** Tells of requests that were turned away: the first at once, and later ones by their number. */
export class RefusalLog {
  readonly #log: Log;
  #toldAt = Number.NEGATIVE_INFINITY;
  #untold = 0;

  constructor(log: Log) {
    this.#log = log;
  }

  /** `reason` is one of ours; nothing that came with the request is in it. */
  tell(status: number, reason: string): void {
    const now = performance.now();
    if (now - this.#toldAt < onceIn) {
      this.#untold += 1;
      return;
    }
    const more = this.#untold === 0 ? {} : { before: this.#untold };
    this.#log.warn({ status, ...more }, `a webhook was turned away: ${reason}`);
    this.#toldAt = now;
    this.#untold = 0;
  }
}
