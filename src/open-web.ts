import type { Logger } from "pino";
import { createNodeMiddleware } from "probot";
import app from "./app.ts";
import type { compose } from "./compose.ts";
import type { Settings } from "./config/settings.ts";
import type { Clock } from "./core/clock.ts";
import type { RepositoryRef } from "./core/discussion.ts";
import type { Meter } from "./core/meter.ts";
import { countWebRequests } from "./metrics/count-web-requests.ts";
import { openDashboard } from "./open-dashboard.ts";
import { acceptWebhook, type AcceptDeps } from "./pipeline/accept.ts";
import { calendarRoute } from "./web/calendar-route.ts";
import { closeServer, listen } from "./web/listen.ts";
import { PublicRepositories } from "./web/public-repositories.ts";
import { createWebServer, webhookPath } from "./web/server.ts";

export interface WebOptions {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Logger;
  readonly accept: AcceptDeps;
  /** Undefined while ready; else why not. */
  readonly notReady: () => Promise<string | undefined>;
  readonly meter: Meter | undefined;
}

/** What faces the web: takes webhooks, and serves pages and calendars. Rejects with `AddressError`. */
export async function openWeb(
  parts: Awaited<ReturnType<typeof compose>>,
  { settings, clock, log, accept, notReady, meter }: WebOptions,
): Promise<{ readonly url: string; close(withinMs: number): Promise<void> }> {
  const publicRepositories = new PublicRepositories(parts.github.reads, parts.visibility, { clock, log });
  const isPublic = (repository: RepositoryRef) => publicRepositories.isPublic(repository);
  const { webhookSecret } = settings;
  const server = createWebServer({
    middleware: await createNodeMiddleware(
      app(async (delivery) => {
        await publicRepositories.hear(delivery);
        return acceptWebhook(delivery, accept);
      }),
      { probot: parts.probot, webhooksPath: webhookPath },
    ),
    secret: webhookSecret,
    during: (takeIn) => parts.rush.during(takeIn),
    inbox: parts.inbox,
    dashboard: openDashboard(parts, { settings, isPublic, clock, log }),
    calendars: calendarRoute({ feeds: parts.feeds, records: parts.records, isPublic, webhookSecret }),
    notReady,
    log,
  });
  if (meter) countWebRequests(server, meter, () => performance.now());
  const url = await listen(server, { ...settings, settings: ["HOST", "PORT"] });
  log.info({ url: url + webhookPath }, "Frontdesk listens for webhooks");
  return { url, close: (withinMs) => closeServer(server, withinMs) };
}
