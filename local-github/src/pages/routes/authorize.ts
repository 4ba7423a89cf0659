import type { Hono } from "hono";
import type { AuthorizationRequest } from "../../access/user-authorizations.ts";
import { GitHubError } from "../../world/errors.ts";
import { authorizeView, notOfferedView } from "../views/authorize-view.ts";
import { showPage } from "../views/layout.ts";
import { formFields, mustBeSomebody, type PageEnv, type PageRequest } from "../visit.ts";

const path = "/login/oauth/authorize";

/** Asks a person whether an app may know who they are, and sends them back to it with the answer. */
export function routeAuthorize(app: Hono<PageEnv>): void {
  app.get(path, async (c) => {
    const request = readRequest(c, new URL(c.req.url).searchParams);
    if (request instanceof Response) return request;
    // The form leads on to the app.
    c.header("content-security-policy", policyFor(request.redirectUri));
    return showPage(c, { title: `Authorize ${request.app.name}`, main: authorizeView(c.var.visit, request) });
  });
  app.post(path, async (c) => {
    const fields = await formFields(c);
    const request = readRequest(c, new URLSearchParams([...fields]));
    if (request instanceof Response) return request;
    if (fields.get("answer") !== "yes") {
      return sendBack(c, request, problem("access_denied", "The user has denied your application access."));
    }
    const code = c.var.visit.authorizations.authorize(request, mustBeSomebody(c.var.visit));
    return sendBack(c, request, { code });
  });
}

/** What is asked, or the answer to what cannot be. */
function readRequest(c: PageRequest, query: URLSearchParams): AuthorizationRequest | Response {
  const { authorizations } = c.var.visit;
  const app = authorizations.findApp(query.get("client_id") ?? undefined);
  if (!app) throw new GitHubError("NOT_FOUND", "There is no app of this client id.", 404);
  const callbacks = authorizations.callbacksOf(app);
  const [first] = callbacks;
  const redirectUri = query.get("redirect_uri") ?? first;
  const state = query.get("state") ?? undefined;
  const challenge = query.get("code_challenge") ?? undefined;
  if (first === undefined || redirectUri === undefined) throw new GitHubError("NOT_FOUND", notOfferedView, 404);
  // https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-authorization-request-errors
  if (!callbacks.includes(redirectUri)) {
    const why = "The redirect_uri MUST match the registered callback URL for this application.";
    return sendBack(c, { redirectUri: first, state }, problem("redirect_uri_mismatch", why));
  }
  // The words are unverified; "plain" is not supported:
  // https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#1-request-a-users-github-identity
  if (challenge !== undefined && query.get("code_challenge_method") !== "S256") {
    const why = "The code_challenge_method must be S256.";
    return sendBack(c, { redirectUri, state }, problem("invalid_request", why));
  }
  return { app, redirectUri, state, challenge };
}

function problem(error: string, description: string): Readonly<Record<string, string>> {
  return { error, error_description: description };
}

/**
 * GitHub says who it is by `iss`, since April 2026 (RFC 9207):
 * https://docs.github.com/en/apps/github-authentication-discovery-endpoints
 */
function sendBack(
  c: PageRequest,
  { redirectUri, state }: Pick<AuthorizationRequest, "redirectUri" | "state">,
  answer: Readonly<Record<string, string>>,
): Response {
  const to = new URL(redirectUri);
  const iss = `${c.var.visit.world.origin}/login/oauth`;
  for (const [name, value] of Object.entries({ ...answer, iss, ...(state !== undefined && { state }) })) {
    to.searchParams.set(name, value);
  }
  return c.redirect(to.href, 302);
}

function policyFor(redirectUri: string): string {
  return (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    `form-action 'self' ${new URL(redirectUri).origin}; frame-ancestors 'none'; base-uri 'none'`
  );
}
