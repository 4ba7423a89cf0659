import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { Log } from "../core/log.ts";
import { healthRoutes, type HealthDeps } from "./health-routes.ts";

export interface OperationsDeps extends HealthDeps {
  readonly metrics: { readonly contentType: string; page(): Promise<string> };
  readonly log: Log;
}

const timeouts = { headersTimeout: 5_000, requestTimeout: 15_000 };

/**
 * The listener for whoever operates the process: `/metrics`, `/healthz` and `/readyz`. It has an address of its own, so
 * that nobody who may see pages sees figures because a proxy passes everything on: "should not be exposed to publicly
 * accessible networks", https://prometheus.io/docs/operating/security/. It does not listen yet.
 */
export function createOperationsServer({ metrics, log, ...health }: OperationsDeps): Server {
  const app = new Hono();
  app.onError((err, c) => {
    log.error({ err }, "a request of the operator's failed");
    return c.text("Something went wrong here.\n", 500);
  });
  app.get("/metrics", async (c) => c.body(await metrics.page(), 200, { "Content-Type": metrics.contentType }));
  app.route("/", healthRoutes(health));
  return createServer(timeouts, (request, response) => void getRequestListener(app.fetch)(request, response));
}
