import type { Clock } from "../core/clock.ts";

/**
 * Installation tokens, shared by all Octokits of a process. Tokens live an hour; auth-app relies on its cache to
 * forget them in time, and without one it would use a revoked token for up to 59 minutes, so that we need
 * one from which tokens can be evicted: the `cache` option of octokit/auth-app.js.
 *
 * By the clock, and by the time that passes: a clock that was set back keeps no token longer, and a machine that slept
 * none either. Keys are auth-app's: the installation id, followed by `|…` for tokens with narrowed permissions.
 */
export class TokenCache {
  readonly #tokens = new Map<string, Token>();
  readonly #clock: Clock;
  readonly #elapsed: () => number;

  constructor(clock: Clock, elapsed: () => number) {
    this.#clock = clock;
    this.#elapsed = elapsed;
  }

  get(key: string): string | undefined {
    const entry = this.#tokens.get(key);
    if (!entry) return undefined;
    const isGood = entry.since + keptForMs > this.#clock().getTime() && entry.elapsed + keptForMs > this.#elapsed();
    if (isGood) return entry.value;
    this.#tokens.delete(key);
    return undefined;
  }

  set(key: string, value: string): void {
    this.#tokens.set(key, { value, since: this.#clock().getTime(), elapsed: this.#elapsed() });
  }

  /** Forget an installation's tokens: it was removed, its permissions changed, or GitHub refused one with 401. */
  evict(installation: number): void {
    const key = String(installation);
    for (const known of this.#tokens.keys()) {
      if (known === key || known.startsWith(`${key}|`)) this.#tokens.delete(known);
    }
  }
}

interface Token {
  readonly value: string;
  /** When it came, by the clock and by the stopwatch, in milliseconds. */
  readonly since: number;
  readonly elapsed: number;
}

/** Five minutes less than GitHub's hour, for requests under way and clocks that differ. */
const keptForMs = 55 * 60 * 1000;
