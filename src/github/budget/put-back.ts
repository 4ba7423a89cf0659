import type { Clock } from "../../core/clock.ts";
import { minuteMs } from "../../core/clock.ts";
import { RateLimitError } from "../../core/errors.ts";
import type { Denied, Wish } from "./ask.ts";

/** Beyond this they come back at the same time, and are put back once more. */
const maxSpreadMs = 10 * minuteMs;

/**
 * Says when to come back to those who find no room. What nobody waits for comes back one after the other, each when there
 * can be room for it: a crowd that came back at once would read all it needs again, and find room for one. What somebody
 * waits for comes back as soon as there is any, and whatever goes first in the inbox has it; until then a worker takes
 * nothing else of that installation (`isForAll`).
 */
export class PutBack {
  readonly #clock: Clock;
  /** When the last one of a lane comes back that nobody waits for. */
  readonly #last = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The error to throw. */
  until(lane: string, { urgency }: Pick<Wish, "urgency">, { because, waitMs, stepMs }: Denied): RateLimitError {
    const now = this.#clock().getTime();
    const soonest = Math.ceil(now + waitMs);
    if (urgency === "interactive") return new RateLimitError(because, new Date(soonest), { isForAll: true });
    const inLine = Math.min((this.#last.get(lane) ?? 0) + stepMs, soonest + maxSpreadMs);
    const at = Math.ceil(Math.max(soonest, inLine));
    for (const [known, last] of this.#last) if (last < now) this.#last.delete(known);
    this.#last.set(lane, at);
    return new RateLimitError(because, new Date(at));
  }
}
