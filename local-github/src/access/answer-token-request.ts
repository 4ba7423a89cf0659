import type { Incoming, Outgoing } from "../api/http-messages.ts";
import { userTokenLifeSeconds, type TokenProblem, type UserAuthorizations } from "./user-authorizations.ts";

/** Where codes are exchanged for tokens. It is no part of the API. */
export const tokenPath = "/login/oauth/access_token";

/** https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors */
const docs = "/apps/managing-oauth-apps";
const problems: Readonly<Record<TokenProblem, readonly [description: string, uri: string]>> = {
  incorrect_client_credentials: [
    "The client_id and/or client_secret passed are incorrect.",
    `${docs}/troubleshooting-oauth-app-access-token-request-errors/#incorrect-client-credentials`,
  ],
  redirect_uri_mismatch: [
    "The redirect_uri MUST match the registered callback URL for this application.",
    `${docs}/troubleshooting-authorization-request-errors/#redirect-uri-mismatch2`,
  ],
  bad_verification_code: [
    "The code passed is incorrect or expired.",
    `${docs}/troubleshooting-oauth-app-access-token-request-errors/#bad-verification-code`,
  ],
};

/**
 * Exchanges a code for a token. A refusal is answered with status 200 as well; the form of an answer is that of a form,
 * or JSON where the request accepts it:
 * https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#2-users-are-redirected-back-to-your-site-by-github
 */
export function answerTokenRequest({ headers, bytes, query }: Incoming, authorizations: UserAuthorizations): Outgoing {
  const given = { ...Object.fromEntries(query), ...readBody(bytes.toString("utf8"), headers["content-type"] ?? "") };
  const exchanged = authorizations.exchange(given);
  const answer = typeof exchanged === "string" ? refusal(exchanged) : tokenAnswer(exchanged.token);
  if ((headers["accept"] ?? "").includes("json")) {
    return {
      status: 200,
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(answer),
    };
  }
  const form = new URLSearchParams(
    Object.entries(answer).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const type = "application/x-www-form-urlencoded; charset=utf-8";
  return { status: 200, headers: { "content-type": type }, body: form.toString() };
}

function refusal(problem: TokenProblem): Readonly<Record<string, string>> {
  const [description, uri] = problems[problem];
  return { error: problem, error_description: description, error_uri: uri };
}

/** Without the refresh token that GitHub adds: nothing here refreshes. */
function tokenAnswer(token: string): Readonly<Record<string, string | number>> {
  return { access_token: token, expires_in: userTokenLifeSeconds, scope: "", token_type: "bearer" };
}

function readBody(text: string, type: string): Record<string, string> {
  if (!type.startsWith("application/json")) return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return Object.fromEntries(entries.map(([name, it]) => [name, String(it)]));
  } catch {
    // What cannot be read says nothing, and is refused for that.
    return {};
  }
}
