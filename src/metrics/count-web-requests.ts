import type { Server } from "node:http";
import type { Meter } from "../core/meter.ts";

/** The parts of the site, by how their paths begin. */
const routes: readonly (readonly [prefix: string, route: string])[] = [
  ["/api/github/webhooks", "webhooks"],
  ["/api/", "api"],
  ["/calendar/", "calendar"],
  ["/sign-", "sign-in"],
  ["/healthz", "health"],
  ["/readyz", "health"],
];

/** Counts what a server is asked. Of an address only the part of the site is told: the rest may name a private repository. */
export function countWebRequests(server: Server, meter: Meter, now: () => number): void {
  server.on("request", (request, response) => {
    const since = now();
    response.once("close", () => {
      // A connection that broke before there was an answer: 499, as nginx has it.
      const status = response.writableFinished ? response.statusCode : 499;
      meter.webRequest(routeOf(request.url ?? ""), status, (now() - since) / 1000);
    });
  });
}

function routeOf(url: string): string {
  return routes.find(([prefix]) => url.startsWith(prefix))?.[1] ?? "pages";
}
