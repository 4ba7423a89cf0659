import { readFileSync } from "node:fs";
import { Hono, type Context, type MiddlewareHandler } from "hono";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { etag } from "hono/etag";
import { GitHubError } from "../world/errors.ts";
import { type PageContext, toVisit, type PageEnv } from "./visit.ts";
import { newAppPaths, routeApps } from "./routes/apps.ts";
import { routeAuthorize } from "./routes/authorize.ts";
import { routeActions } from "./routes/actions.ts";
import { routeClock } from "./routes/clock.ts";
import { routeActivity, routeHome, routeSession } from "./routes/site.ts";
import { routeDiscussions } from "./routes/discussions.ts";
import { routeFiles } from "./routes/files.ts";
import { routeIssues } from "./routes/issues.ts";
import { routeNewDiscussion } from "./routes/new-discussion.ts";
import { routeProjects } from "./routes/projects.ts";
import { routePullRequests } from "./routes/pull-requests.ts";
import { refusalPage } from "./views/layout.ts";

const apps = new WeakMap<PageContext, Hono<PageEnv>>();

/**
 * Answers a browser; undefined when the request is not one of a browser, so that the API may have it. Paths are those
 * of github.com, so that every `html_url` the API gives out leads to a page.
 */
export async function handlePage(request: Request, context: PageContext): Promise<Response | undefined> {
  if (!isPageRequest(request)) return undefined;
  const app = apps.get(context) ?? createPages(context);
  apps.set(context, app);
  return app.fetch(request);
}

/** A browser asks for HTML, sends a form, or wants one of the pages' own files; it never authorizes itself by header. */
function isPageRequest(request: Request): boolean {
  const { headers, method } = request;
  if (headers.has("authorization")) return false;
  const path = new URL(request.url).pathname;
  if (path.startsWith("/-/") || /^\/[^/]+\/[^/]+\/raw\//u.test(path)) return true;
  if (method === "POST") return (headers.get("content-type") ?? "").startsWith("application/x-www-form-urlencoded");
  return (method === "GET" || method === "HEAD") && (headers.get("accept") ?? "").includes("text/html");
}

function createPages(context: PageContext): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  app.use(pageHeaders, etag());
  app.use(async (c, next) => {
    c.set("visit", toVisit(c, context));
    await next();
  });
  const fromHere = csrf({ origin: isSameHost });
  app.use((c, next) => (isNewApp(c) ? next() : fromHere(c, next)));
  serveAssets(app);
  for (const route of routes) route(app);
  app.notFound((c) => refusalPage(c, 404, "There is no such page here."));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return refusalPage(c, 403, "This form was not sent from one of these pages.");
    if (!(error instanceof GitHubError)) throw error;
    return refusalPage(c, error.type === "NOT_FOUND" ? 404 : 422, error.message);
  });
  return app;
}

// Fixed paths before those that begin with a name.
const routes: readonly ((app: Hono<PageEnv>) => void)[] = [
  routeSession,
  routeAuthorize,
  routeApps,
  routeActivity,
  routeClock,
  routeActions,
  routeProjects,
  routeNewDiscussion,
  routeDiscussions,
  routeIssues,
  routePullRequests,
  routeFiles,
  routeHome,
];

const newAppPath = new RegExp(`^(?:${newAppPaths.map((it) => it.replace(":org", "[^/]+")).join("|")})$`, "u");

/** Any site may send a manifest: it leads to a question, whose own form has to come from here. */
function isNewApp(c: Context): boolean {
  return newAppPath.test(c.req.path);
}

/** By the Host header, as the server is reached by more names than it knows (`localhost`). */
function isSameHost(origin: string, c: Context): boolean {
  return URL.parse(origin)?.host === c.req.header("host");
}

/**
 * Nothing of a page comes from elsewhere, and no script but our own runs: what people write here is not trusted.
 * A route may set a stricter policy of its own.
 */
const pageHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(safety)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
};

const safety = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

const types: Readonly<Record<string, string>> = {
  "style.css": "text/css; charset=utf-8",
  "watch.js": "text/javascript; charset=utf-8",
  "icon.svg": "image/svg+xml",
  "icons.svg": "image/svg+xml",
};

/** Serves the style sheet, the script that keeps a page up to date, and the icons. */
export function serveAssets(app: Hono<PageEnv>): void {
  for (const [name, type] of Object.entries(types)) {
    const bytes = readFileSync(new URL(`./assets/${name}`, import.meta.url));
    app.get(`/-/${name}`, (c) => c.body(bytes, 200, { "content-type": type, "cache-control": "no-cache" }));
  }
}
