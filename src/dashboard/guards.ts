import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie } from "hono/cookie";
import { addressOf, RequestLimits } from "./access/request-limits.ts";
import type { DashboardDeps, DashboardEnv, DashboardRequest } from "./dashboard-env.ts";
import { foreignForm, tooLong, tooMany } from "./frame/messages.ts";
import { maxPathLength, ownPath } from "./links.ts";
import { showMessage } from "./respond.ts";

type Guard = MiddlewareHandler<DashboardEnv>;
type Deps = DashboardDeps<unknown>;

/** The cookie of a session. Browsers keep one of this name only if it is ours alone: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes */
export const sessionCookie = "__Host-frontdesk";

const maxParameters = 50;
const maxFormBytes = 16 * 1024;

/**
 * Nothing of a page comes from elsewhere or goes elsewhere, no script runs, and nobody puts a page into one of theirs.
 * Forms of ours keep the address they come from (`same-origin`), so that they can be told from others.
 */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

export function safetyHeaders({ publicUrl }: Pick<Deps, "publicUrl">): Guard {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set("Content-Security-Policy", policy);
    headers.set("Referrer-Policy", "same-origin");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.append("Vary", "Cookie");
    // Only where we are reached by https: elsewhere browsers ignore it (RFC 6797, 8.1).
    if (publicUrl?.startsWith("https:")) headers.set("Strict-Transport-Security", "max-age=31536000");
  };
}

/** Who is signed in. */
export function readSession({ signIn }: Pick<Deps, "signIn">): Guard {
  return async (c, next) => {
    const session = await signIn?.sessions.find(getCookie(c, sessionCookie));
    c.set("session", session);
    c.set("viewer", session?.viewer);
    await next();
  };
}

/** Refuses addresses that no page has. */
export function boundedAddress(deps: Pick<Deps, "signIn">): Guard {
  return async (c, next) => {
    const { pathname, search, searchParams } = new URL(c.req.url);
    if (pathname.length + search.length > maxPathLength || searchParams.size > maxParameters) {
      return showMessage(c, deps, tooLong);
    }
    return next();
  };
}

/** Leads from `/acme/widgets/`, as people write addresses, to where the page is. */
export const withoutSlashAtEnd: Guard = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  if (c.req.method !== "GET" || !pathname.endsWith("/")) return next();
  const to = ownPath(pathname.replace(/(?<!\/)\/+$/u, "") + search);
  return to === "/" ? next() : c.redirect(to, 301);
};

/** Refuses whoever asks too much: answers with the refusal, or undefined where the request is let through. */
export type CountRequest = (c: DashboardRequest, count: number) => Promise<Response | undefined>;

/** Counts requests, in memory. */
export function requestCounter(deps: Pick<Deps, "signIn" | "limits">): CountRequest {
  const limits = new RequestLimits(deps.limits);
  return async (c, count) => {
    const asking = {
      address: addressOf(c, deps.limits.trustedProxies),
      session: c.var.session?.key,
      signsIn: c.req.path.startsWith("/sign-in"),
    };
    const wait = await limits.take(asking, count);
    if (wait === undefined) return undefined;
    c.header("Retry-After", String(wait));
    return showMessage(c, deps, tooMany);
  };
}

/** Counts each request as one. */
export function limitRequests(count: CountRequest): Guard {
  return async (c, next) => (await count(c, 1)) ?? next();
}

/**
 * Lets a form through that was sent from one of our pages, in the session that it was made for: by where the browser says
 * that it comes from, and by the token that only our pages have.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function guardForms(deps: Pick<Deps, "signIn" | "publicUrl">): Guard {
  const refuse = (c: DashboardRequest) => showMessage(c, deps, foreignForm);
  const limit = bodyLimit({ maxSize: maxFormBytes, onError: (c) => refuse(c as DashboardRequest) });
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const { session } = c.var;
    if (!session || !isOwnPage(c, deps.publicUrl)) return refuse(c);
    return limit(c, async () => {
      const { token } = await c.req.parseBody();
      const isOurs = typeof token === "string" && deps.signIn?.sessions.isFormToken(token, session) === true;
      if (isOurs) await next();
      else c.res = await refuse(c);
    });
  };
}

function isOwnPage(c: DashboardRequest, publicUrl: string | undefined): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin") return false;
  const origin = URL.parse(c.req.header("origin") ?? "");
  if (!origin) return false;
  return publicUrl === undefined ? origin.host === c.req.header("host") : origin.origin === new URL(publicUrl).origin;
}
