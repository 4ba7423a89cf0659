import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { Log } from "../core/log.ts";
import { healthRoutes, type HealthDeps } from "./health-routes.ts";
import { webhookRoute, type WebhookRouteDeps } from "./webhook-route.ts";

export const webhookPath = "/api/github/webhooks";

export interface ServerDeps extends WebhookRouteDeps, HealthDeps {
  /** What is under `/calendar`. */
  readonly calendars: Hono;
  /** The dashboard: all that is nothing else. */
  readonly dashboard: Pick<Hono, "fetch">;
}

/** For slow senders: headers, and a whole request, in milliseconds. Bodies of webhooks have limits of their own. */
const timeouts = { headersTimeout: 5_000, requestTimeout: 15_000, connectionsCheckingInterval: 1_000 };

/** Our own HTTP server: webhooks go to Probot behind limits, all else to Hono. It does not listen yet. */
export function createWebServer({ inbox, notReady, calendars, dashboard, ...deps }: ServerDeps): Server {
  const webhooks = webhookRoute(deps);
  const pages = getRequestListener(routes({ inbox, notReady, calendars, dashboard, log: deps.log }).fetch);
  const respond = async (request: IncomingMessage, response: ServerResponse) =>
    request.url?.split("?")[0] === webhookPath ? webhooks(request, response) : pages(request, response);

  return createServer(timeouts, (request, response) => {
    respond(request, response).catch((error: unknown) => {
      // Without the address, as below: it may hold a code of signing in, or what somebody searches for.
      deps.log.error({ err: error, isWebhook: request.url?.startsWith(webhookPath) }, "a request failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

function routes({
  inbox,
  notReady,
  calendars,
  dashboard,
  log,
}: Pick<ServerDeps, "inbox" | "notReady" | "calendars" | "dashboard" | "log">): Hono {
  const app = new Hono();
  // Without the address: that of a calendar may be a secret.
  app.onError((err, c) => {
    log.error({ err }, "a request failed");
    return c.text("Something went wrong here.\n", 500);
  });
  app.route("/", healthRoutes({ inbox, notReady: toldToAll(notReady, log) }));
  app.route("/calendar", calendars);
  // With what it takes to know from where a request comes.
  app.all("*", (c) => dashboard.fetch(c.req.raw, c.env));
  return app;
}

/**
 * Why we are not ready, for strangers: without what is in brackets, the words of a database or a system that name hosts,
 * files and users. Those are in the log, once for each reason, and on the operator's own listener.
 */
function toldToAll(notReady: ServerDeps["notReady"], log: Log): ServerDeps["notReady"] {
  let logged: string | undefined;
  return async () => {
    const reason = await notReady();
    if (reason !== undefined && reason !== logged) log.warn({ reason }, "not ready");
    logged = reason;
    return reason?.split(" (", 1)[0];
  };
}
