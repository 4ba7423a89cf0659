import { minuteMs } from "../core/clock.ts";
import type { GitHubFailure } from "./github-failure.ts";

/** "Retry creation after a delay of some minutes or up to an hour", says GitHub of its limit on new content: cli/cli#4801. */
const contentLimitMs = 5 * minuteMs;

/**
 * How long GitHub wants no more writes, in milliseconds, because of how fast they came; undefined for any other failure,
 * a spent quota too, which REST and GraphQL have each for itself. Going on may get an app banned:
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function writePauseMs(failure: GitHubFailure): number | undefined {
  const isContent = isContentLimit(failure);
  if (!isContent && !isSecondaryLimit(failure)) return undefined;
  const retryAfter = Number(failure.headers["retry-after"]);
  if (retryAfter > 0) return retryAfter * 1000;
  return isContent ? contentLimitMs : minuteMs;
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
