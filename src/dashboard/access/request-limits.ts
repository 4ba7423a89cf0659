import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { networkOf } from "./network-of.ts";

/** How much one may ask, in requests a minute. */
export interface LimitOptions {
  readonly perAddress: number;
  readonly perSession: number;
  /** To be signed in, for an address: each is a request to GitHub or two. */
  readonly signInsPerAddress: number;
  /** How many proxies of the operator's stand in front, each of which adds an address to `X-Forwarded-For`. */
  readonly trustedProxies: number;
}

/** More than a person does; a crowd behind one address has room, too. */
export const usualLimits = { perAddress: 600, perSession: 300, signInsPerAddress: 30 };

/** Counts requests, in memory. */
export class RequestLimits {
  readonly #all: readonly { readonly limiter: RateLimiterMemory; readonly keyOf: (it: Asking) => string | undefined }[];

  constructor({ perAddress, perSession, signInsPerAddress }: LimitOptions) {
    const limiter = (points: number) => new RateLimiterMemory({ points, duration: 60 });
    this.#all = [
      { limiter: limiter(perAddress), keyOf: ({ address }) => address },
      { limiter: limiter(perSession), keyOf: ({ session }) => session },
      { limiter: limiter(signInsPerAddress), keyOf: (it) => (it.signsIn ? it.address : undefined) },
    ];
  }

  /** Counts a request as so many; answers how many seconds it has to wait, or undefined where it is let through. */
  async take(asking: Asking, count = 1): Promise<number | undefined> {
    for (const { limiter, keyOf } of this.#all) {
      const key = keyOf(asking);
      if (key === undefined) continue;
      try {
        await limiter.consume(key, count);
      } catch (error) {
        // It rejects with a result where there are no points left, and with an error where it is broken.
        if (!(error instanceof RateLimiterRes)) throw error;
        return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      }
    }
    return undefined;
  }
}

/** Who asks, for counting. */
export interface Asking {
  readonly address: string;
  /** Key of their session, if they have one. */
  readonly session: string | undefined;
  readonly signsIn: boolean;
}

/**
 * The address that a request comes from. What `X-Forwarded-For` says can be written by anybody, but for what the
 * operator's own proxies have put at its end: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/X-Forwarded-For#selecting_an_ip_address
 */
export function addressOf(c: Context, trustedProxies: number): string {
  const forwarded = c.req.header("x-forwarded-for")?.split(",") ?? [];
  const told = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined;
  return networkOf((told ?? connectedAddress(c)).slice(0, 64));
}

/** Undefined without a connection, as in a test. */
function connectedAddress(c: Context): string {
  const { env } = c as { readonly env?: { readonly incoming?: unknown } };
  return env?.incoming === undefined ? "" : (getConnInfo(c).remote.address ?? "");
}
