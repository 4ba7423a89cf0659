import { secondMs } from "../../core/clock.ts";
import type { Resource } from "../../core/github-budget.ts";
import type { Denied, Wish } from "./ask.ts";
import { quotaLeft } from "./limits.ts";

/** What GitHub says is left of an hour's quota. */
export interface Quota {
  /** Points of an hour: 5,000 and more. */
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since 1970. */
  readonly resetAt: number;
}

/** By which name GitHub counts what we use: https://docs.github.com/en/rest/rate-limit/rate-limit */
const resources: Readonly<Record<string, Resource>> = { core: "rest", graphql: "graphql" };

/** How many installations' quotas are remembered once they are over. */
const maxKept = 2_000;

/**
 * The quotas of an hour, as each of GitHub's answers tells them. So they are the same for all processes without being
 * shared, and one that knows nothing yet learns it from its first answer.
 */
export class Quotas {
  readonly #quotas = new Map<string, Quota>();

  /** Learns from the headers of an answer, whether it went well or not. */
  learn(lane: string, headers: Readonly<Record<string, unknown>>, now: number): void {
    const resource = resources[String(headers["x-ratelimit-resource"])];
    const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((it) =>
      toNumber(headers[`x-ratelimit-${it}`]),
    );
    if (resource === undefined || limit === undefined || remaining === undefined || reset === undefined) return;
    this.#quotas.set(`${lane} ${resource}`, { limit, remaining, resetAt: reset * secondMs });
    if (this.#quotas.size > maxKept) {
      for (const [key, { resetAt }] of this.#quotas) if (resetAt <= now) this.#quotas.delete(key);
    }
  }

  /** Nothing where it may be asked for; a fifth is left to what somebody waits for. */
  deny(lane: string, { resource, urgency }: Wish, now: number): Denied | undefined {
    const quota = this.of(lane, resource, now);
    const left = urgency === "interactive" ? 0 : (quota?.limit ?? 0) * quotaLeft;
    if (quota === undefined || quota.remaining > left) return undefined;
    const because =
      quota.remaining > 0
        ? `What is left of GitHub's ${resource === "rest" ? "REST" : "GraphQL"} quota is kept for what people wait for`
        : `GitHub's ${resource === "rest" ? "REST" : "GraphQL"} quota for this hour is used up`;
    // A second more, since the reset is given in whole seconds.
    return { isGranted: false, because, waitMs: quota.resetAt + secondMs - now, stepMs: 100 };
  }

  /** What is known of a quota that is not over yet. */
  of(lane: string, resource: Resource, now: number): Quota | undefined {
    const quota = this.#quotas.get(`${lane} ${resource}`);
    return quota !== undefined && quota.resetAt > now ? quota : undefined;
  }
}

function toNumber(value: unknown): number | undefined {
  const number = typeof value === "string" || typeof value === "number" ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}
