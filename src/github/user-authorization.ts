import * as oauth from "oauth4webapi";
import { z } from "zod";
import {
  AuthorizationError,
  type Account,
  type PendingAuthorization,
  type UserAuthorization,
} from "../core/user-authorization.ts";
import type { ClientLog } from "./github-clients.ts";

export interface UserAuthorizationOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiUrl: string;
  readonly webUrl: string;
  readonly log: Pick<ClientLog, "warn">;
}

/** How long GitHub may take for an answer, in milliseconds: somebody waits for it. */
const timeoutMs = 10_000;

const User = z.object({ id: z.number().int(), login: z.string().min(1).max(100) });
const ErrorBody = z.object({ error: z.string(), error_description: z.string().optional() });

/**
 * GitHub's web application flow for users of an App, with state and PKCE:
 * https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-user-access-token-for-a-github-app
 * The token is asked who its person is, and revoked at once.
 */
export function createUserAuthorization(options: UserAuthorizationOptions): UserAuthorization {
  const { clientId, webUrl } = options;
  // GitHub names itself by `iss` when people come back, and has since April 2026 (RFC 9207):
  // https://docs.github.com/en/apps/github-authentication-discovery-endpoints, https://github.com/orgs/community/discussions/192143
  const server: oauth.AuthorizationServer = {
    issuer: `${webUrl}/login/oauth`,
    authorization_endpoint: `${webUrl}/login/oauth/authorize`,
    token_endpoint: `${webUrl}/login/oauth/access_token`,
  };
  return {
    async begin(callback) {
      const [state, verifier] = [oauth.generateRandomState(), oauth.generateRandomCodeVerifier()];
      const url = new URL(`${webUrl}/login/oauth/authorize`);
      url.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: callback,
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      }).toString();
      return { url: url.href, state, verifier };
    },
    async finish(callback, query, pending) {
      const token = await fetchToken(server, options, { callback, query, pending });
      try {
        return await whoseToken(token, options);
      } finally {
        await revoke(token, options);
      }
    },
  };
}

interface Return {
  readonly callback: string;
  readonly query: URLSearchParams;
  readonly pending: PendingAuthorization;
}

async function fetchToken(
  server: oauth.AuthorizationServer,
  { clientId, clientSecret }: UserAuthorizationOptions,
  { callback, query, pending }: Return,
): Promise<string> {
  const client: oauth.Client = { client_id: clientId };
  const answer = validate(server, client, query, pending.state);
  const response = await reach("fetch a token", () =>
    oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.ClientSecretPost(clientSecret),
      answer,
      callback,
      pending.verifier,
      // For a GitHub on this machine; the operator says where GitHub is.
      { [oauth.allowInsecureRequests]: true, signal: AbortSignal.timeout(timeoutMs) },
    ),
  );
  // An error comes with status 200:
  // https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors
  const body: unknown = await reach("read a token", () => response.clone().json());
  const { data: problem } = ErrorBody.safeParse(body);
  if (problem) {
    throw new AuthorizationError("refused", `GitHub gives no token: ${said(problem.error, problem.error_description)}`);
  }
  try {
    return (await oauth.processAuthorizationCodeResponse(server, client, response)).access_token;
  } catch (error) {
    throw new AuthorizationError("unavailable", "GitHub's answer has no token that can be used", { cause: error });
  }
}

/** What came back by the browser, if it is the answer to what was begun. */
function validate(
  server: oauth.AuthorizationServer,
  client: oauth.Client,
  query: URLSearchParams,
  state: string,
): URLSearchParams {
  try {
    const answer = oauth.validateAuthResponse(server, client, query, state);
    if (query.get("code")) return answer;
  } catch (error) {
    if (!(error instanceof oauth.AuthorizationResponseError)) {
      throw new AuthorizationError("mismatch", "what came back is no answer to what was begun", { cause: error });
    }
    // https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-authorization-request-errors
    const problem = error.error === "access_denied" ? "denied" : "refused";
    throw new AuthorizationError(problem, `GitHub sent them back: ${said(error.error, error.error_description)}`);
  }
  throw new AuthorizationError("mismatch", "they came back without a code");
}

async function whoseToken(token: string, { apiUrl }: UserAuthorizationOptions): Promise<Account> {
  const response = await reach("ask who somebody is", () =>
    fetch(`${apiUrl}/user`, {
      headers: { ...apiHeaders, authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(timeoutMs),
    }),
  );
  const { data } = User.safeParse(response.ok ? await reach("read who somebody is", () => response.json()) : undefined);
  if (!data) throw new AuthorizationError("unavailable", `GitHub does not say who it is: status ${response.status}`);
  return { id: data.id, login: data.login };
}

/**
 * Whoever has signed in is not turned away because it fails: the token is kept nowhere, and ends by itself.
 * https://docs.github.com/en/rest/apps/oauth-applications#delete-an-app-token
 */
async function revoke(token: string, { apiUrl, clientId, clientSecret, log }: UserAuthorizationOptions): Promise<void> {
  try {
    const response = await fetch(`${apiUrl}/applications/${encodeURIComponent(clientId)}/token`, {
      method: "DELETE",
      headers: {
        ...apiHeaders,
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ access_token: token }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) log.warn(`A user's token could not be revoked: status ${response.status}`);
  } catch (error) {
    log.warn(`A user's token could not be revoked: ${error instanceof Error ? error.name : "no answer"}`);
  }
}

const apiHeaders = {
  accept: "application/vnd.github+json",
  "user-agent": "frontdesk",
  "x-github-api-version": "2022-11-28",
};

async function reach<Answer>(doing: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw new AuthorizationError("unavailable", `Could not ${doing}`, { cause: error });
  }
}

/** Words that came by a browser or from GitHub, for the log: short, in one line. */
function said(error: string, description: string | undefined): string {
  return `${error} ${description ?? ""}`.replaceAll(/\s+/gu, " ").trim().slice(0, 300);
}
