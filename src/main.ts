import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { createNodeMiddleware } from "probot";
import app from "./app.ts";
import { compose, type Overrides } from "./compose.ts";
import { openDashboard } from "./open-dashboard.ts";
import { loadSettings, type Settings } from "./config/settings.ts";
import { steadyClock } from "./core/clock.ts";
import type { RepositoryRef } from "./core/discussion.ts";
import { acceptWebhook } from "./pipeline/accept.ts";
import { Schedule } from "./pipeline/schedule.ts";
import { createLog } from "./web/create-log.ts";
import { calendarRoute } from "./web/calendar-route.ts";
import { PublicRepositories } from "./web/public-repositories.ts";
import { createWebServer, webhookPath } from "./web/server.ts";

/** A running app. */
export interface RunningApp {
  /** Where it listens. */
  readonly url: string;
  /** Resolves when nothing is in progress and nothing waits to be done now. */
  idle(): Promise<void>;
  /** Lets the schedule look at the clock now, instead of within a minute: for whoever has moved the clock. */
  tick(): Promise<void>;
  /** Stops listening, lets what is in progress end (a few seconds at most), and closes the database. */
  stop(): Promise<void>;
}

/** How long a stop waits for deliveries in progress. Whatever takes longer is taken up again after the restart. */
const drainMs = 3_000;

/**
 * The process: compose, listen, start worker and schedule. `overrides` takes the place of parts that a test cannot wait
 * for. Rejects when a port is taken or the database is unusable. */
export async function startApp(
  settings: Settings,
  log: Logger,
  { clock = steadyClock(Date.now, () => performance.now()), ...overrides }: Overrides = {},
): Promise<RunningApp> {
  const parts = await compose(settings, log, clock, overrides);
  const { inbox, worker, probot, splitter, finder, editor, measurer, writeProblem, close } = parts;
  const acceptDeps = { inbox, clock, log, wake: () => worker.wake() };
  const schedule = new Schedule(acceptDeps);

  const publicRepositories = new PublicRepositories(parts.github.reads, clock, log);
  const isPublic = (repository: RepositoryRef) => publicRepositories.isPublic(repository);
  let stopping = false;
  const server = createWebServer({
    middleware: await createNodeMiddleware(
      app((delivery) => {
        publicRepositories.hear(delivery);
        return acceptWebhook(delivery, acceptDeps);
      }),
      { probot, webhooksPath: webhookPath },
    ),
    secret: settings.webhookSecret,
    inbox,
    dashboard: openDashboard(parts, { settings, isPublic, clock, log }),
    calendars: calendarRoute({
      feeds: parts.feeds,
      records: parts.records,
      isPublic,
      webhookSecret: settings.webhookSecret,
    }),
    notReady: async () => (stopping ? "the process is stopping" : writeProblem()),
    log,
  });
  await listen(server, settings);
  worker.start();
  await schedule.start();
  const url = addressOf(server, settings.host);
  log.info({ url: url + webhookPath }, "Frontdesk listens for webhooks");

  return {
    url,
    idle: () => worker.idle(),
    tick: () => schedule.tick(),
    async stop() {
      stopping = true;
      schedule.stop();
      await closeServer(server);
      await worker.stop(drainMs);
      await Promise.all([splitter.close(), finder.close(), editor.close(), measurer.close()]);
      await close();
      log.info({}, "Frontdesk has stopped");
    },
  };
}

/** `frontdesk start`: settings from the environment, until SIGTERM or SIGINT. Exits 2 when a setting is wrong. */
export async function main(): Promise<void> {
  const loaded = loadSettings(process.env, (path) => readFileSync(path, "utf8"));
  if ("problems" in loaded) {
    for (const problem of loaded.problems) process.stderr.write(`${problem}\n`);
    process.stderr.write("Frontdesk did not start. docs/operating.md tells what each setting is for.\n");
    process.exitCode = 2;
    return;
  }
  const log = createLog(loaded.settings.logLevel, process.stdout);
  const running = await startApp(loaded.settings, log);
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, "stopping");
      running.stop().catch((err: unknown) => {
        log.error({ err }, "the stop did not go well");
        process.exitCode = 1;
      });
    });
  }
}

async function listen(server: Server, { host, port }: Pick<Settings, "host" | "port">): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), drainMs).unref();
  });
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host === "0.0.0.0" || host === "::" ? "localhost" : host}:${port}`;
}
