import type { BucketName, Resource } from "../../core/github-budget.ts";
import { hourMs, minuteMs, secondMs } from "../../core/clock.ts";

/** A bucket of tokens: it holds `size`, and one comes back each `everyMs` milliseconds. */
export interface Bucket {
  readonly size: number;
  readonly everyMs: number;
}

export type BudgetLimits = Readonly<Record<BucketName, Bucket>>;

/**
 * Three quarters of what GitHub allows; the rest is for people, and for other apps that act for them. In any time a
 * bucket lets through its size and what comes back meanwhile:
 *
 * - Writes, of GitHub's 80 a minute and 500 an hour: 30 at once and 30 a minute, 195 at once and 180 an hour. GitHub
 *   says this of content, and not which requests make any; so each write counts. Whoever makes "a large number" of
 *   them is asked to wait a second between two: we wait two once thirty have gone.
 * - Points, of GitHub's 900 a minute by REST and 2,000 by GraphQL.
 *
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 *
 * A bucket, since it never shuts whoever comes last out for the rest of an hour: when it is empty, there is a write each
 * twenty seconds. Prow's client has one as well (`Throttle(hourlyTokens, burst)` of kubernetes/test-infra).
 */
export const usualLimits: BudgetLimits = {
  minute: { size: 30, everyMs: minuteMs / 30 },
  hour: { size: 195, everyMs: hourMs / 180 },
  rest: { size: 225, everyMs: minuteMs / 450 },
  graphql: { size: 500, everyMs: minuteMs / 1000 },
};

const endless: Bucket = { size: Number.MAX_SAFE_INTEGER, everyMs: 0 };

/** For a GitHub Enterprise Server without rate limits, which is how it comes. What it asks us to wait is waited. */
export const noLimits: BudgetLimits = { minute: endless, hour: endless, rest: endless, graphql: endless };

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#calculating-points-for-the-secondary-rate-limit */
export const writePoints = 5;

/** Points that are taken for reads in one step, so that most reads need none. A tenth of the bucket and less. */
export const pointsAtOnce: Readonly<Record<Resource, number>> = { rest: 20, graphql: 50 };

/** How long points that were taken for reads can be used: so soon each process hears that GitHub asked another to wait. */
export const pointsLastMs = 10 * secondMs;

/** For whom something is done: somebody waits; nobody does; or it may be left out. */
export type Urgency = "interactive" | "background" | "spare";

/** Which part of a bucket has to be left for what is more urgent. */
export const partLeft: Readonly<Record<Urgency, number>> = { interactive: 0, background: 1 / 2, spare: 3 / 4 };

/** Which part of an hour's quota is left to what somebody waits for. */
export const quotaLeft = 1 / 5;

/**
 * How long one write may take at most, its token included: two requests of twenty seconds each (`complete-fetch.ts`).
 * Whoever does not give the turn back in that time has died.
 */
export const turnMs = 45 * secondMs;

/** Longer than this nothing is held: quotas are of an hour, and GitHub names no longer time. */
export const maxHoldMs = hourMs + minuteMs;
