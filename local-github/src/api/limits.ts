import { isIP } from "node:net";

/** The budgets: REST, GraphQL, and REST's search. */
export type Resource = "core" | "graphql" | "search";

/** What is left of a budget. */
export interface Budget {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  readonly resetAt: Date;
}

interface Counter {
  used: number;
  resetAt: number;
}

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** What an address has that sends no token: 60 requests an hour, and ten searches a minute. */
const withoutToken: Readonly<Record<Resource, number>> = { core: 60, graphql: 0, search: 10 };

/**
 * The primary rate limits: points an hour, per installation or person and resource.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export class Limits {
  /** Points an hour, and searches a minute; lower them to see what happens at the end of a budget. */
  readonly perHour: Record<Resource, number> = { core: 5000, graphql: 5000, search: 30 };
  /** Of whom has fewer of REST and of GraphQL than others. */
  readonly #own = new Map<string, number>();
  readonly #counters = new Map<string, Counter>();
  readonly #exhausted = new Map<Resource, number>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Gives somebody so many requests, and points of GraphQL, an hour; no more than all have. */
  setPerHour(who: string, most: number): void {
    this.#own.set(who, most);
  }

  /** What somebody (`installation ID 7`, `user ID 3`, `127.0.0.1`) has left. */
  budget(who: string, resource: Resource): Budget {
    const { used, resetAt } = this.#counter(who, resource);
    const limit = this.#limit(who, resource);
    return { limit, used: Math.min(used, limit), remaining: Math.max(0, limit - used), resetAt: new Date(resetAt) };
  }

  /** Take points; false when they are not there, and nothing is taken. */
  take(who: string, resource: Resource, points: number): boolean {
    const counter = this.#counter(who, resource);
    const limit = this.#limit(who, resource);
    if (counter.used + points > limit) {
      // GitHub then tells of nothing left, whatever the last request would have cost.
      counter.used = limit;
      return false;
    }
    counter.used += points;
    return true;
  }

  /** Give points back: what was answered 304 costs nothing. */
  giveBack(who: string, resource: Resource, points: number): void {
    const counter = this.#counter(who, resource);
    counter.used = Math.max(0, counter.used - points);
  }

  /** Spend all of a resource, for everybody who has asked so far or asks before the hour is over. */
  exhaust(resource: Resource, resetInMs = hourMs): void {
    this.#exhausted.set(resource, this.#now().getTime() + resetInMs);
    for (const key of this.#counters.keys()) if (key.startsWith(`${resource}:`)) this.#counters.delete(key);
  }

  /** Begin all budgets anew. */
  refill(): void {
    this.#counters.clear();
    this.#exhausted.clear();
  }

  #limit(who: string, resource: Resource): number {
    if (isIP(who) !== 0) return withoutToken[resource];
    return Math.min(this.perHour[resource], this.#own.get(who) ?? Number.POSITIVE_INFINITY);
  }

  #counter(who: string, resource: Resource): Counter {
    const key = `${resource}:${who}`;
    const now = this.#now().getTime();
    const known = this.#counters.get(key);
    if (known !== undefined && known.resetAt > now) return known;
    const exhaustedUntil = this.#exhausted.get(resource) ?? 0;
    const fresh: Counter =
      exhaustedUntil > now
        ? { used: this.#limit(who, resource), resetAt: exhaustedUntil }
        : { used: 0, resetAt: now + (resource === "search" ? minuteMs : hourMs) };
    this.#counters.set(key, fresh);
    return fresh;
  }
}

/** The headers every answer carries. */
export function limitHeaders(budget: Budget, resource: Resource): Record<string, string> {
  return {
    "x-ratelimit-limit": String(budget.limit),
    "x-ratelimit-remaining": String(budget.remaining),
    "x-ratelimit-used": String(budget.used),
    "x-ratelimit-reset": String(Math.ceil(budget.resetAt.getTime() / 1000)),
    "x-ratelimit-resource": resource,
  };
}
