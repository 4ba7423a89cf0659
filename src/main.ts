import { readFileSync } from "node:fs";
import type { Logger } from "pino";
import { createNodeMiddleware } from "probot";
import app from "./app.ts";
import { compose, type Overrides } from "./compose.ts";
import { openDashboard } from "./open-dashboard.ts";
import { endOnSignals, endOnUncaught } from "./cli/start/end-process.ts";
import { exitCodes } from "./cli/exit-codes.ts";
import { loadSettings, type Settings } from "./config/settings.ts";
import { steadyClock, type Clock } from "./core/clock.ts";
import type { RepositoryRef } from "./core/discussion.ts";
import { acceptWebhook } from "./pipeline/accept.ts";
import { Schedule } from "./pipeline/schedule.ts";
import { createLog } from "./web/create-log.ts";
import { calendarRoute } from "./web/calendar-route.ts";
import { PublicRepositories } from "./web/public-repositories.ts";
import { closeServer, listen } from "./web/listen.ts";
import { createWebServer, webhookPath } from "./web/server.ts";

/** A running app. */
export interface RunningApp {
  /** Where it listens. */
  readonly url: string;
  /** Resolves when nothing is in progress and nothing waits to be done now. */
  idle(): Promise<void>;
  /** Lets the schedule look at the clock now, instead of within a minute: for whoever has moved the clock. */
  tick(): Promise<void>;
  /** Stops listening, lets what is in progress end (for a while), gives back what does not, and closes the database. */
  stop(): Promise<void>;
}

/** How long a stop lets what is in progress end, in milliseconds, unless stated. */
const usualStopMs = 8_000;

/**
 * The process: compose, listen, start worker and schedule. `overrides` takes the place of parts that a test cannot wait
 * for. Rejects when a port is taken or the database is unusable. */
export async function startApp(
  settings: Settings,
  log: Logger,
  { clock = steadyClock(Date.now, () => performance.now()), ...overrides }: Overrides = {},
): Promise<RunningApp> {
  const parts = await compose(settings, log, clock, overrides);
  try {
    return await run(parts, { settings, log, clock });
  } catch (error) {
    // Its connections would keep the process.
    await parts.close();
    throw error;
  }
}

async function run(
  parts: Awaited<ReturnType<typeof compose>>,
  { settings, log, clock }: { readonly settings: Settings; readonly log: Logger; readonly clock: Clock },
): Promise<RunningApp> {
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
  const url = await listen(server, { ...settings, settings: ["HOST", "PORT"] });
  worker.start();
  await schedule.start();
  log.info({ url: url + webhookPath }, "Frontdesk listens for webhooks");

  return {
    url,
    idle: () => worker.idle(),
    tick: () => schedule.tick(),
    async stop() {
      stopping = true;
      schedule.stop();
      const withinMs = settings.stopMs ?? usualStopMs;
      // A webhook that comes in meanwhile is written down, and handled by others or after the restart.
      await Promise.all([closeServer(server, withinMs), worker.stop(withinMs)]);
      await Promise.all([splitter.close(), finder.close(), editor.close(), measurer.close()]);
      await close();
      log.info({}, "Frontdesk has stopped");
    },
  };
}

/** `frontdesk start`: settings from the environment, until SIGTERM or SIGINT. docs/operating.md has its exit codes. */
export async function main(): Promise<void> {
  const loaded = loadSettings(process.env, (path) => readFileSync(path, "utf8"));
  if ("problems" in loaded) {
    for (const problem of loaded.problems) process.stderr.write(`${problem}\n`);
    process.stderr.write("Frontdesk did not start. docs/operating.md tells what each setting is for.\n");
    process.exitCode = exitCodes.wrongUse;
    return;
  }
  const { settings } = loaded;
  const log = createLog(settings.logLevel, process.stdout);
  endOnUncaught(log);
  const running = await startApp(settings, log);
  endOnSignals({ stop: () => running.stop(), withinMs: settings.stopMs ?? usualStopMs, log });
}
