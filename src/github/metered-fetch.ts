import type { AnsweredAs, Meter } from "../core/meter.ts";

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** The same `fetch`, which counts what GitHub is asked, how it answers, and what it says is left of the budget. */
export function meteredFetch(fetch: Fetch, meter: Meter | undefined, installation: number): Fetch {
  if (!meter) return fetch;
  return async (url, init) => {
    const since = performance.now();
    const count = (how: AnsweredAs) => meter.requestedOfGitHub(apiOf(url), how, (performance.now() - since) / 1000);
    try {
      const answer = await fetch(url, init);
      count(answeredAs(answer));
      countPoints(answer.headers, meter, installation);
      return answer;
    } catch (error) {
      count("no-answer");
      throw error;
    }
  };
}

function apiOf(url: string): "rest" | "graphql" | "token" {
  if (url.endsWith("/graphql")) return "graphql";
  return url.endsWith("/access_tokens") ? "token" : "rest";
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
function answeredAs({ status, headers }: Response): AnsweredAs {
  if (status >= 500) return "server-error";
  if (status < 400) return "ok";
  const isLimit = headers.has("retry-after") || headers.get("x-ratelimit-remaining") === "0";
  return status === 429 || (status === 403 && isLimit) ? "rate-limited" : "refused";
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#checking-the-status-of-your-rate-limit */
function countPoints(headers: Headers, meter: Meter, installation: number): void {
  const remaining = headers.get("x-ratelimit-remaining");
  const resource = headers.get("x-ratelimit-resource");
  if (remaining === null || resource === null) return;
  const resetAt = Number(headers.get("x-ratelimit-reset")) * 1000;
  meter.pointsLeft({ installation, resource, remaining: Number(remaining), resetAt });
}
