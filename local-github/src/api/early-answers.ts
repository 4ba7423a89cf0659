import { isIP } from "node:net";
import { limitHeaders, type Budget, type Resource } from "./limits.ts";
import type { Outgoing, Incoming } from "./http-messages.ts";

const docs = "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api";
const secondaryDocs = `${docs}#about-secondary-rate-limits`;

/** What GitHub answers when a budget is spent: REST 403, GraphQL 200 with an error. */
export function primaryLimitAnswer(who: string, resource: Resource, budget: Budget): Outgoing {
  const headers = limitHeaders({ ...budget, remaining: 0, used: budget.limit }, resource);
  if (resource === "graphql") {
    const message = `API rate limit already exceeded for ${who}.`;
    return { status: 200, headers, body: { errors: [{ type: "RATE_LIMITED", message }] } };
  }
  const hint =
    " (But here's the good news: Authenticated requests get a higher rate limit. " +
    "Check out the documentation for more details.)";
  const message = `API rate limit exceeded for ${who}.${isIP(who) === 0 ? "" : hint}`;
  return { status: 403, headers, body: { message, documentation_url: docs } };
}

/**
 * What GitHub answers to somebody who is too fast. `status` is 403 or 429; both are seen. GraphQL may also answer 200
 * "and you will receive an error message that indicates that you hit a secondary rate limit":
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit
 */
export function secondaryLimitAnswer(retryAfterSeconds: number | undefined, status: 200 | 403 | 429): Outgoing {
  const message =
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. " +
    "If you reach out to GitHub Support for help, please include the request ID.";
  return {
    status,
    headers: retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) },
    body: status === 200 ? { errors: [{ message }] } : { message, documentation_url: secondaryDocs },
  };
}

/**
 * What GitHub answers to who creates too much in a short time (80 a minute, 500 an hour, less in places). GraphQL says
 * so in the way it refuses bad input, and without a time: https://github.com/cli/cli/issues/4801. REST says so by 403,
 * seen in https://github.com/pl-strflt/projects-migration/issues/2; the 422 is what REST's docs tell of ("Validation
 * failed, or the endpoint has been spammed"), its words are those of GraphQL and unverified.
 */
export function contentLimitAnswer(rootFields: readonly string[] | undefined, status: 403 | 422): Outgoing {
  const message = "was submitted too quickly";
  if (rootFields !== undefined) {
    const errors = rootFields.map((field) => ({
      type: "UNPROCESSABLE",
      path: [field],
      locations: [{ line: 2, column: 3 }],
      message,
    }));
    return { status: 200, headers: {}, body: { data: Object.fromEntries(rootFields.map((it) => [it, null])), errors } };
  }
  const blocked =
    "You have exceeded a secondary rate limit and have been temporarily blocked from content creation. " +
    "Please retry your request again later.";
  const body =
    status === 422
      ? { message: "Validation Failed", errors: [{ resource: "Issue", code: "custom", message }] }
      : { message: blocked };
  return { status, headers: {}, body: { ...body, documentation_url: secondaryDocs } };
}

/** Versions of the REST API: https://docs.github.com/en/rest/about-the-rest-api/api-versions */
const versions: ReadonlySet<string> = new Set(["2022-11-28", "2026-03-10"]);

/**
 * What GitHub answers to a request because of its headers, before it looks at anything else; undefined where they will
 * do. A missing User-Agent is refused in plain text, and an unknown version of the API in words that are unverified.
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#user-agent-required
 */
export function refusedForHeaders({ headers, path }: Incoming): Outgoing | undefined {
  if ((headers["user-agent"] ?? "") === "") {
    const body =
      "Request forbidden by administrative rules. Please make sure your request has a User-Agent header " +
      "(https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). " +
      "Check https://developer.github.com for other possible causes.\n";
    return { status: 403, headers: { "content-type": "text/html; charset=utf-8" }, body };
  }
  const version = headers["x-github-api-version"];
  if (version === undefined || versions.has(version) || path === "/graphql") return undefined;
  const message = "The version you specified is not a supported version.";
  const documentation = "https://docs.github.com/rest/about-the-rest-api/api-versions";
  return { status: 400, headers: {}, body: { message, documentation_url: documentation, status: "400" } };
}
