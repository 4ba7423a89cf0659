import type { Incoming } from "./incoming.ts";
import type { Outgoing } from "./outgoing.ts";

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
