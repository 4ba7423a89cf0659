import { minuteMs } from "../core/clock.ts";
import type { Resource } from "../core/github-budget.ts";
import type { Hold } from "./budget/holds.ts";
import type { GitHubFailure } from "./github-failure.ts";

/** "Retry creation after a delay of some minutes or up to an hour", says GitHub of its limit on new content: cli/cli#4801. */
const contentLimitMs = 5 * minuteMs;

/**
 * What GitHub wants us to wait with; undefined for any other failure. A limit on new content is about writes. A secondary
 * limit is about all requests, since going on may get an app banned. A spent quota is about its interface alone:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function toHold(failure: GitHubFailure, resource: Resource, now: number): Hold | undefined {
  const until = rateLimitEnd(failure, new Date(now));
  if (!until) return undefined;
  const ms = until.getTime() - now;
  const isGuessed = !(Number(failure.headers["retry-after"]) > 0);
  if (isContentLimit(failure)) return { what: "writes", ms, isGuessed };
  if (!isQuotaSpent(failure)) return { what: "requests", ms, isGuessed };
  const spent = failure.headers["x-ratelimit-resource"] ?? counted[resource];
  // Other quotas, such as that of searches, hold up nobody but whoever used them.
  return spent === counted[resource] ? { what: resource, ms, isGuessed: false } : undefined;
}

/** By which name GitHub counts requests of ours: https://docs.github.com/en/rest/rate-limit/rate-limit */
const counted: Readonly<Record<Resource, string>> = { rest: "core", graphql: "graphql" };

function isQuotaSpent({ types, message, headers }: GitHubFailure): boolean {
  if (isSecondaryLimit({ message })) return false;
  if (types.includes("RATE_LIMITED") || types.includes("RATE_LIMIT")) return true;
  return headers["x-ratelimit-remaining"] === "0" || /\bAPI rate limit (?:already )?exceeded\b/i.test(message);
}

/**
 * Until when GitHub wants us to wait; undefined for any other failure. `retry-after` first, then the reset of an empty
 * quota, else a minute, or some for the limit on content:
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
export function rateLimitEnd(failure: GitHubFailure, now: Date): Date | undefined {
  const isContent = isContentLimit(failure);
  if (!isContent && !isRateLimit(failure)) return undefined;
  const { headers } = failure;
  const retryAfter = Number(headers["retry-after"]);
  if (retryAfter > 0) return new Date(now.getTime() + retryAfter * 1000);
  const reset = Number(headers["x-ratelimit-reset"]) * 1000;
  // One second more, since the reset is given in whole seconds.
  if (headers["x-ratelimit-remaining"] === "0" && reset > now.getTime()) return new Date(reset + 1000);
  return new Date(now.getTime() + (isContent ? contentLimitMs : minuteMs));
}

/**
 * GitHub's limit on new content looks like a refusal of what was sent: GraphQL answers UNPROCESSABLE "was submitted too
 * quickly" (cli/cli#4801, Azure/azure-sdk-tools#7226), REST 403 "temporarily blocked from content creation"
 * (pl-strflt/projects-migration#2), or 422: "Validation failed, or the endpoint has been spammed", say the REST docs.
 */
function isContentLimit({ message }: GitHubFailure): boolean {
  return /\bsubmitted too quickly\b|\bblocked from content creation\b|\bhas been spammed\b/i.test(message);
}

function isSecondaryLimit({ message }: Pick<GitHubFailure, "message">): boolean {
  return /\bsecondary rate limit\b|\babuse detection\b/i.test(message);
}

/**
 * The quota's error type is RATE_LIMITED in GitHub's docs and RATE_LIMIT in recent answers (yanyongyu/githubkit#271).
 * Secondary limits come with 403 or 429, and from GraphQL with 200 as well, known by their words alone:
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit
 */
function isRateLimit({ status, types, message, headers }: GitHubFailure): boolean {
  if (types.includes("RATE_LIMITED") || types.includes("RATE_LIMIT") || status === 429) return true;
  if (isSecondaryLimit({ message }) || /\bAPI rate limit (?:already )?exceeded\b/i.test(message)) return true;
  return status === 403 && (headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0");
}
