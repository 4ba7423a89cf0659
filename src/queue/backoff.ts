import { hourMs } from "../core/clock.ts";

/** How often a delivery is tried before it becomes a dead letter. */
export const maxAttempts = 8;

/**
 * Longer than GitHub's replicas were seen to lag (DefinitelyTyped/dt-mergebot#43). A try may have written something
 * without hearing so: the next one looks for it before it writes it again, and has to see it.
 */
const lagMs = 10_000;

const firstMs = 5_000;
const factor = 3;
const maxDelayMs = hourMs;

/**
 * How long to wait before the next try, in milliseconds, after `attempts` failed ones (from 1); undefined when it is
 * time to give up. `random` is a chance from 0 up to 1.
 *
 * Exponential backoff with full jitter behind what GitHub may lag: 10 s and anything from nothing to 5 s, 15 s, 45 s, … 1 h,
 * so that deliveries that failed together do not all come back together. The formula and why full jitter does least work in sum:
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryDelayMs(attempts: number, random: number): number | undefined {
  if (attempts >= maxAttempts) return undefined;
  const ceiling = Math.min(maxDelayMs, firstMs * factor ** (Math.max(1, attempts) - 1));
  return lagMs + Math.floor(random * ceiling);
}
