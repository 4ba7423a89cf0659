import type { Clock } from "../core/ports.ts";

/**
 * Installation tokens, shared by all Octokits of a process. Tokens live an hour; auth-app relies on its cache to
 * forget them in time, and without one it would use a revoked token for up to 59 minutes, so that we need
 * one from which tokens can be evicted: the `cache` option of octokit/auth-app.js.
 *
 * Keys are auth-app's: the installation id, followed by `|…` for tokens with narrowed permissions.
 */
export class TokenCache {
  readonly #tokens = new Map<string, { readonly value: string; readonly goodUntil: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(key: string): string | undefined {
    const entry = this.#tokens.get(key);
    if (!entry) return undefined;
    if (entry.goodUntil > this.#clock().getTime()) return entry.value;
    this.#tokens.delete(key);
    return undefined;
  }

  set(key: string, value: string): void {
    this.#tokens.set(key, { value, goodUntil: this.#clock().getTime() + keptForMs });
  }

  /** Forget an installation's tokens: it was removed, its permissions changed, or GitHub refused one with 401. */
  evict(installation: number): void {
    const key = String(installation);
    for (const known of this.#tokens.keys()) {
      if (known === key || known.startsWith(`${key}|`)) this.#tokens.delete(known);
    }
  }
}

/** Five minutes less than GitHub's hour, for requests under way and clocks that differ. */
const keptForMs = 55 * 60 * 1000;
