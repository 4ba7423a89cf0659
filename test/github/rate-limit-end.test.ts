import { expect, it } from "vitest";
import type { GitHubFailure } from "../../src/github/github-failure.ts";
import { toHold } from "../../src/github/rate-limit-end.ts";

const now = Date.parse("2026-03-02T12:00:00Z");
const inAnHour = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(now / 1000 + 3600) };
const tooMuch = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
const failure = (message: string, more: Partial<GitHubFailure> = {}): GitHubFailure => ({
  message,
  status: 403,
  types: [],
  headers: {},
  ...more,
});

it.each([
  ["a secondary limit", failure(tooMuch), { what: "requests", ms: 60_000, isGuessed: true }],
  [
    "a secondary limit with a time",
    failure(tooMuch, { status: 429, headers: { "retry-after": "90" } }),
    { what: "requests", ms: 90_000, isGuessed: false },
  ],
  [
    "a secondary limit beside a spent quota",
    failure(tooMuch, { headers: inAnHour }),
    { what: "requests", ms: 3_601_000, isGuessed: true },
  ],
  ["429 without a word", failure("", { status: 429 }), { what: "requests", ms: 60_000, isGuessed: true }],
  [
    "the limit on content",
    failure("was submitted too quickly", { status: undefined, types: ["UNPROCESSABLE"] }),
    { what: "writes", ms: 300_000, isGuessed: true },
  ],
  [
    "a spent quota of REST",
    failure("API rate limit exceeded for installation ID 7.", {
      headers: { ...inAnHour, "x-ratelimit-resource": "core" },
    }),
    { what: "rest", ms: 3_601_000, isGuessed: false },
  ],
  [
    "a spent quota of searches",
    failure("API rate limit exceeded", { headers: { "x-ratelimit-resource": "search" } }),
    undefined,
  ],
  ["a lacking permission", failure("Resource not accessible by integration"), undefined],
  ["a failure of GitHub's", failure("Bad Gateway", { status: 502 }), undefined],
])("%s", (_, found, hold) => {
  expect(toHold(found, "rest", now)).toEqual(hold);
});

it.each(["RATE_LIMITED", "RATE_LIMIT"])("a spent quota of GraphQL: %s", (type) => {
  const spent = failure("API rate limit already exceeded", { status: undefined, types: [type], headers: inAnHour });
  expect(toHold(spent, "graphql", now)).toEqual({ what: "graphql", ms: 3_601_000, isGuessed: false });
});
