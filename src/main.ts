import { readFileSync } from "node:fs";
import type { Logger } from "pino";
import { compose, createSharedClock, type Overrides } from "./compose.ts";
import { tryModel } from "./compose-model.ts";
import { endOnSignals, endOnUncaught, endWhileStarting } from "./cli/start/end-process.ts";
import { exitCodes } from "./cli/exit-codes.ts";
import { secretsOf } from "./config/secrets-of.ts";
import { loadSettings, type Settings } from "./config/settings.ts";
import type { Clock } from "./core/clock.ts";
import type { Metrics } from "./metrics/prometheus.ts";
import { loadMetrics, openOperations } from "./open-operations.ts";
import { openWeb } from "./open-web.ts";
import { Schedule } from "./pipeline/schedule.ts";
import { registered } from "./setup/registered.ts";
import { createLog } from "./web/create-log.ts";

/** A running app. */
export interface RunningApp {
  /** Where it takes webhooks and shows pages; empty for a worker, which does neither. */
  readonly url: string;
  /** Where its operator's listener is; undefined where it has none. */
  readonly operationsUrl: string | undefined;
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
 * The process: compose, listen, start worker and schedule, as far as its role goes. `overrides` takes the place of parts
 * that a test cannot wait for. Rejects when a port is taken or the database is unusable. */
export async function startApp(
  settings: Settings,
  log: Logger,
  { clock: given, ...overrides }: Overrides = {},
): Promise<RunningApp> {
  const shared = createSharedClock();
  const clock = given ?? shared.clock;
  const metrics = await loadMetrics(settings, clock);
  const follow = given ? {} : { follow: shared.follow };
  const parts = await compose(settings, log, clock, { ...overrides, ...follow }, metrics);
  try {
    return await run(parts, { settings, log, clock, metrics });
  } catch (error) {
    // Its connections would keep the process.
    await parts.close();
    throw error;
  }
}

interface RunOptions {
  readonly settings: Settings;
  readonly log: Logger;
  readonly clock: Clock;
  readonly metrics: Metrics | undefined;
}

async function run(
  parts: Awaited<ReturnType<typeof compose>>,
  { settings, log, clock, metrics }: RunOptions,
): Promise<RunningApp> {
  const { inbox, worker, splitter, finder, editor, measurer, backtester } = parts;
  const { role = "all", stopMs = usualStopMs } = settings;
  let stopping = false;
  const notReady = async () => (stopping ? "the process is stopping" : parts.writeProblem());
  const accept = { inbox, clock, log, wake: () => worker.wake() };
  const schedule = new Schedule(accept);

  metrics?.watchInbox(async () => ({ ...(await parts.inboxHealth()), counts: await inbox.counts() }));
  const operations = await openOperations(metrics, { settings, log, inbox, notReady });
  const web =
    role === "worker" ? undefined : await openWeb(parts, { settings, clock, log, accept, notReady, meter: metrics });
  if (role !== "web") {
    worker.start();
    await schedule.start();
  }
  if (role === "worker") log.info({}, "Frontdesk works on what comes");

  return {
    url: web?.url ?? "",
    operationsUrl: operations?.url,
    idle: () => worker.idle(),
    tick: () => schedule.tick(),
    async stop() {
      stopping = true;
      schedule.stop();
      // A webhook that comes in meanwhile is written down, and handled by others or after the restart.
      await Promise.all([web?.close(stopMs), worker.stop(stopMs)]);
      await parts.github.close();
      const threads = [splitter, finder, editor, measurer, backtester];
      await Promise.all([...threads.map((it) => it.close()), operations?.close()]);
      await parts.close();
      log.info({}, "Frontdesk has stopped");
    },
  };
}

/** `frontdesk start`: settings from the environment, until SIGTERM or SIGINT. docs/operating/monitoring.md has its exit codes. */
export async function main(given: { readonly role?: string } = {}): Promise<void> {
  const started = endWhileStarting();
  const asked = given.role === undefined ? process.env : { ...process.env, ROLE: given.role };
  const loaded = loadSettings(await registered(asked, (text) => void process.stderr.write(text)), (path) =>
    readFileSync(path, "utf8"),
  );
  if ("problems" in loaded) return refuse(loaded.problems);
  const { settings } = loaded;
  // A process that only serves pages finds nothing.
  const model = settings.role === "web" ? undefined : await tryModel(settings);
  if (model && "fault" in model) return refuse([`EMBEDDINGS_MODEL: ${model.fault}`]);
  const log = createLog(settings.logLevel, process.stdout, secretsOf(settings));
  endOnUncaught(log);
  const running = await startApp(settings, log);
  endOnSignals({ stop: () => running.stop(), withinMs: settings.stopMs ?? usualStopMs, log });
  started();
}

function refuse(problems: readonly string[]): void {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stderr.write("Frontdesk did not start. docs/operating/one-machine.md tells what each setting is for.\n");
  process.exitCode = exitCodes.wrongUse;
}
