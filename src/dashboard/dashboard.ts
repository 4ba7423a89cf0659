import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { createApi } from "./api/create-api.ts";
import { apiPath } from "./api/description.ts";
import type { DashboardDeps, DashboardEnv } from "./dashboard-env.ts";
import { somethingWentWrong } from "./frame/messages.ts";
import { routeFiles } from "./frame/route-files.ts";
import {
  boundedAddress,
  guardForms,
  limitRequests,
  readSession,
  requestCounter,
  safetyHeaders,
  withoutSlashAtEnd,
} from "./guards.ts";
import { showMessage, showNotFound } from "./respond.ts";
import { routePages, type DeclaredPages } from "./route-pages.ts";
import { routeSignIn } from "./sign-in/route-sign-in.ts";

/** The pages. Whoever comes passes all guards first; then each page asks who may see it. */
export function createDashboard<Reading>(
  pages: DeclaredPages<Reading>,
  deps: DashboardDeps<Reading>,
): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  const count = requestCounter(deps);
  app.onError((err, c) => {
    // Without its query: people's words may be in it.
    deps.log.error({ err, method: c.req.method, path: c.req.path.slice(0, 200) }, "a page failed");
    return showMessage(c, deps, somethingWentWrong);
  });
  app.notFound((c) => showNotFound(c, deps));
  app.use(safetyHeaders(deps), compress(), etag());
  routeFiles(app);
  app.use(readSession(deps), limitRequests(count), boundedAddress(deps), withoutSlashAtEnd, guardForms(deps));
  routeSignIn(app, deps);
  app.route(apiPath, createApi(pages.api ?? [], { ...deps, count }));
  routePages(app, pages, { ...deps, count });
  return app;
}
