import { ProbotOctokit } from "probot";
import type { Resource } from "../core/github-budget.ts";
import type { Heard, RequestPace } from "./budget/request-pace.ts";
import { completeFetch } from "./complete-fetch.ts";
import { ConcurrencyLimit } from "./concurrency-limit.ts";
import type { Meter } from "../core/meter.ts";
import { meteredFetch } from "./metered-fetch.ts";
import { toAnsweredFailure, toGitHubFailure } from "./github-failure.ts";
import { toHold } from "./rate-limit-end.ts";
import type { TokenCache } from "./token-cache.ts";

/** The one Octokit class: for our own clients, and for Probot, which makes one for each delivery. */
export type AppOctokit = typeof ProbotOctokit;

/** `2022-11-28` is described by the types we use; without the header the default may move under us. */
const apiVersion = "2022-11-28";

/** Two more tries, after one and four times the first delay. What lasts longer is for the inbox to retry. */
const readRetries = 2;

const maxAtOnce = 10;
const usualReadRetryMs = 1_000;

/**
 * Probot's Octokit with what it lacks:
 *
 * - Tokens come from `tokens`, which can be evicted; one that GitHub refuses is evicted here and a read repeated once.
 * - Writes go through `pace`, one at a time for each installation, and are never repeated: a 502 may come after the
 *   work was done, and the second attempt would be a second comment.
 * - Reads do not queue behind writes. The throttling plugin takes every GraphQL request for a write (one a second),
 *   puts all installations into one bucket, and counts time by the clock: after one that was set back an hour, each
 *   request waits that hour. So it is switched off. `pace` does its work, and ten reads at a time for each installation
 *   are far below GitHub's hundred. Twenty reads at once of 100 ms each took 0.3 s, where the plugin's own bucket would
 *   take 19; a first write took 0.12 s.
 * - Rate limits are thrown, not slept through: the delivery is put back until they are over. Whatever GitHub asks one
 *   request to wait with, all of the installation wait with.
 * - Answers that were cut short are errors, the API version is pinned, and request bodies stay out of the log.
 */
export function appOctokit(
  tokens: TokenCache,
  pace: RequestPace,
  readRetryMs = usualReadRetryMs,
  meter?: Meter,
): AppOctokit {
  const atOnce = limitConcurrency(new ConcurrencyLimit(maxAtOnce));
  // In this order, from the inside out: a read asks for its points when it is about to be sent, and not while it waits.
  return ProbotOctokit.plugin(pinApiVersion, refuseCutAnswers, paceAll(pace), atOnce, renewTokens(tokens)).defaults(
    (given: Options) => ({
      ...given,
      log: withoutBodies(given.log),
      auth: { ...given.auth, cache: tokens },
      request: { ...given.request, fetch: meteredFetch(completeFetch, meter, Number(given.auth?.installationId ?? 0)) },
      retry: {
        retries: readRetries,
        retryAfterBaseValue: readRetryMs,
        doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
        ...given.retry,
      },
      throttle: { enabled: false },
    }),
  );
}

type Plugin = Parameters<AppOctokit["plugin"]>[0];
type Octokit = Parameters<Plugin>[0];
type Options = Parameters<Plugin>[1] & { readonly auth?: { readonly installationId?: number | string } };

/** By which requests are counted together: an installation, or the app itself. */
function laneOf({ auth }: Options): string {
  return auth?.installationId === undefined ? "app" : String(auth.installationId);
}

function pinApiVersion(octokit: Octokit): void {
  octokit.hook.before("request", (options) => {
    options.headers["x-github-api-version"] = apiVersion;
  });
}

/** A body that says it is JSON and is none comes out of Octokit as a string. */
function refuseCutAnswers(octokit: Octokit): void {
  octokit.hook.after("request", ({ headers, data, status }, { method, url }) => {
    if (typeof data === "string" && /^application\/json\b/.test(headers["content-type"] ?? "")) {
      throw new CutAnswerError(`GitHub's answer to ${method} ${url} (status ${status}) is incomplete`);
    }
  });
}

/** An answer that came, but not whole. Whether a write was done is then unknown. */
class CutAnswerError extends Error {
  override name = "CutAnswerError";
  /** As Octokit marks network errors. */
  readonly status = 500;
}

/**
 * Getting a token is left out: it happens in the middle of a request, which would wait for itself. Writes are as well:
 * there is one at a time, and whoever waits for it should not wait for an import.
 */
function limitConcurrency(limit: ConcurrencyLimit): Plugin {
  return (octokit: Octokit, options: Options) => {
    const lane = laneOf(options);
    octokit.hook.wrap("request", async (request, requestOptions) =>
      isTokenRequest(requestOptions) || isWrite(requestOptions)
        ? request(requestOptions)
        : limit.run(lane, async () => request(requestOptions)),
    );
  };
}

function paceAll(pace: RequestPace): Plugin {
  return (octokit: Octokit, options: Options) => {
    const lane = laneOf(options);
    octokit.hook.wrap("request", async (request, requestOptions) => {
      if (isTokenRequest(requestOptions)) return request(requestOptions);
      const write = isWrite(requestOptions);
      const resource = resourceOf(requestOptions);
      // Changed in place, since hooks further in are bound to these very options; but `request` is replaced, since
      // Octokit shares it among all its requests, and the retry plugin counts in it.
      requestOptions.request = { ...requestOptions.request, ...(write && { retries: 0 }) };
      return pace[write ? "write" : "read"](
        lane,
        resource,
        async () => request(requestOptions),
        (outcome) => toHeard(outcome, resource, pace.now()),
      );
    });
  };
}

/** What an answer tells of GitHub's limits. An error without headers is no answer of GitHub's. */
function toHeard(
  outcome: PromiseSettledResult<{ readonly data: unknown; readonly headers: object }>,
  resource: Resource,
  now: number,
): Heard {
  const failure = outcome.status === "fulfilled" ? toAnsweredFailure(outcome.value) : toGitHubFailure(outcome.reason);
  const headers = outcome.status === "fulfilled" ? { ...outcome.value.headers } : (failure?.headers ?? {});
  const isAnswered = outcome.status === "fulfilled" || (failure !== undefined && (failure.status ?? 200) < 500);
  return { headers, hold: failure && toHold(failure, resource, now), isAnswered };
}

function renewTokens(tokens: TokenCache): Plugin {
  return (octokit: Octokit, { auth }: Options) => {
    if (auth?.installationId === undefined) return;
    const installation = Number(auth.installationId);
    octokit.hook.wrap("request", async (request, requestOptions) => {
      try {
        return await request(requestOptions);
      } catch (error) {
        if (!isUnauthorized(error) || isTokenRequest(requestOptions)) throw error;
        tokens.evict(installation);
        if (isWrite(requestOptions)) throw error;
        return request(requestOptions);
      }
    });
  };
}

function isUnauthorized(error: unknown): boolean {
  return error instanceof Error && "status" in error && error.status === 401;
}

/** Getting an installation token: auth-app asks for it through these same hooks, in the middle of another request. */
function isTokenRequest({ url }: { readonly url: string }): boolean {
  return url.endsWith("/access_tokens");
}

function resourceOf({ url }: { readonly url: string }): Resource {
  return url.endsWith("/graphql") ? "graphql" : "rest";
}

/** Whether a request changes something. A GraphQL document is a write unless it is plainly a query. */
function isWrite({ method, url, ...rest }: { readonly method: string; readonly url: string }): boolean {
  if (method === "GET" || method === "HEAD" || isTokenRequest({ url })) return false;
  if (!url.endsWith("/graphql")) return true;
  const document = "query" in rest && typeof rest.query === "string" ? rest.query.trimStart() : "";
  return !document.startsWith("query");
}

type Log = NonNullable<Options["log"]>;

/** Probot logs the body of each request at level debug: people's words, which are none of the log's business. */
function withoutBodies(log: Log | undefined): Log | undefined {
  if (!log) return undefined;
  const lines =
    (level: "debug" | "info" | "warn" | "error") =>
    (first: unknown, second?: unknown): unknown =>
      log[level](typeof first === "string" ? first : typeof second === "string" ? second : "");
  return { debug: lines("debug"), info: lines("info"), warn: lines("warn"), error: lines("error") };
}
