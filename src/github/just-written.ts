import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../core/clock.ts";

/** Longer than GitHub's replicas were seen to lag: DefinitelyTyped/dt-mergebot#43. */
const lagMs = 10_000;
/** How long they are given before a thread is read again. */
const pauseMs = 1_000;

/**
 * What this process has written into comments of ours within the last seconds. Whoever edits a part of a comment by what
 * was read would take out what was written meanwhile, or take a comment for deleted that GitHub does not show yet.
 */
export class JustWritten {
  readonly #texts = new Map<string, { readonly text: string; readonly at: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  remember(comment: string, text: string): void {
    const now = this.#clock().getTime();
    for (const [id, { at }] of this.#texts) if (at < now - lagMs) this.#texts.delete(id);
    this.#texts.set(comment, { text, at: now });
  }

  /** After a pause, true where `shown` is not what was just written. */
  async shouldReadAgain(comment: string, shown: string | undefined): Promise<boolean> {
    const written = this.#texts.get(comment);
    if (!written || written.at < this.#clock().getTime() - lagMs) return false;
    // Whatever GitHub makes of blanks at line ends is no difference.
    if (shown !== undefined && withoutBlanks(shown) === withoutBlanks(written.text)) return false;
    await sleep(pauseMs);
    return true;
  }
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s+/g, "");
}
