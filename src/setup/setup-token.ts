import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "../core/clock.ts";
import { hourMs } from "../core/clock.ts";

/** How long a token and the visit that it opens count. */
const lifeMs = hourMs;

/** What a token that somebody brings is: `used` and `expired` were ours once. */
export type TokenState = "good" | "used" | "expired" | "foreign";

/**
 * The one-time tokens that open the setup page. Each is told to the operator alone, on the terminal, opens the page in
 * one browser, and ends with it.
 */
export class SetupTokens {
  readonly #clock: Clock;
  readonly #tell: (token: string) => void;
  readonly #spent = new Map<string, "used" | "expired">();
  #token = "";
  #tokenUntil = 0;
  #visit: { readonly id: string; readonly until: number } | undefined;

  /** `tell` hands a token to the operator. The first is told at once, a new one when an old one is brought again. */
  constructor(clock: Clock, tell: (token: string) => void) {
    this.#clock = clock;
    this.#tell = tell;
    this.#renew();
  }

  /** Takes a token: a good one begins the visit whose id is given. A used or expired one has a new one told, once. */
  take(given: string): { readonly state: TokenState; readonly visit?: string } {
    if (isSame(given, this.#token)) {
      if (this.#now < this.#tokenUntil) return { state: "good", visit: this.#begin() };
      this.#spent.set(digest(this.#token), "expired");
    }
    const state = this.#spent.get(digest(given));
    if (state === undefined) return { state: "foreign" };
    if (this.#token === "" || this.#now >= this.#tokenUntil) this.#renew();
    return { state };
  }

  /** Whether a browser is on the visit that the last token opened. */
  isOpen(visit: string | undefined): boolean {
    return (
      this.#visit !== undefined && visit !== undefined && this.#now < this.#visit.until && isSame(visit, this.#visit.id)
    );
  }

  get #now(): number {
    return this.#clock().getTime();
  }

  #begin(): string {
    this.#spent.set(digest(this.#token), "used");
    this.#token = "";
    this.#visit = { id: newSecret(), until: this.#now + lifeMs };
    return this.#visit.id;
  }

  #renew(): void {
    this.#token = newSecret();
    this.#tokenUntil = this.#now + lifeMs;
    this.#tell(this.#token);
  }
}

/** 256 bits, for addresses and cookies. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether two secrets are the same, in a time that tells nothing of them. An empty one is nobody's. */
export function isSame(a: string, b: string): boolean {
  return a !== "" && timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
