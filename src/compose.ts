import { Probot } from "probot";
import type { Logger } from "pino";
import type { Settings } from "./config/settings.ts";
import type { Clock } from "./core/clock.ts";
import type { Meter } from "./core/meter.ts";
import { createWebhookChat } from "./chat/webhook-chat.ts";
import { findChatAddress } from "./config/chat-addresses.ts";
import { commands, features } from "./features/index.ts";
import { createUserAuthorization } from "./github/user-authorization.ts";
import { noLimits, usualLimits } from "./github/budget/limits.ts";
import { createGitHub, type GitHub, type GitHubOptions } from "./github/create-github.ts";
import { findCommentsAgain } from "./github/find-comments-again.ts";
import type { SignIn } from "./github/sign-in.ts";
import { composeStores } from "./compose-stores.ts";
import { countThreads, startThreads, type ThreadSettings, type Threads } from "./compose-threads.ts";
import { countInbox } from "./metrics/count-inbox.ts";
import { withoutForgotten } from "./github/without-forgotten.ts";
import { ConfigSource } from "./pipeline/config-source.ts";
import { Worker, type WorkDeps } from "./pipeline/work.ts";
import { Rush } from "./pipeline/rush.ts";
import { retryDelayMs } from "./queue/backoff.ts";
import { isGoneHolder } from "./queue/process-holder.ts";
import type { Database } from "./storage/open-database.ts";
import { SharedClock } from "./storage/shared-clock.ts";

/** Deliveries in progress at the same time, twice as many as one installation may have: most of their time they wait for GitHub. */
const concurrency = 16;

/** Workflows of Teams answer within some seconds, others at once. */
const chatTimeoutMs = 15_000;

/** Parts whose real ones a test, or a visitor of the demo, cannot wait for. */
export type Overrides = Partial<Pick<WorkDeps, "backoff">> &
  Pick<GitHubOptions, "pace" | "readRetryMs"> & {
    /** What stands between the work and GitHub. */
    readonly guard?: (github: GitHub) => GitHub;
    /** Our records may have been lost: what they do not know is looked for on GitHub. */
    readonly mayHaveLostRecords?: boolean;
    /** Where pages are split, answers found and repositories measured; on threads of their own unless stated. */
    readonly threads?: (database: Database, settings: ThreadSettings, log: Logger, clock: Clock) => Threads;
    /** What time it is, never earlier than before; the machine's unless stated. */
    readonly clock?: Clock;
  };

/** The machine's clock, until it is told a database whose server's it shares with all processes there. */
export function createSharedClock(): { readonly clock: Clock; readonly follow: (database: Database) => Promise<void> } {
  const shared = new SharedClock(Date.now, () => performance.now());
  return { clock: shared.now, follow: (database) => shared.follow(database) };
}

interface Following {
  /** Sets the clock by the database's server, before anything is read by it. */
  readonly follow?: (database: Database) => Promise<void>;
}

/** What the work needs to know: an app's settings, or as much of them as counts without an app. */
export type WorkSettings = SignIn & Omit<Settings, keyof AppSettings>;
type AppSettings = Pick<Settings, "appId" | "privateKey" | "webhookSecret" | "host" | "port" | "logLevel">;

/** The one place that picks adapters. Everything else is handed what it needs. */
export async function compose(
  settings: Settings,
  log: Logger,
  clock: Clock,
  overrides: Omit<Overrides, "clock"> & Following = {},
  meter?: Meter,
) {
  const parts = await composeWork(settings, log, clock, overrides, meter);
  const probot = new Probot({
    appId: settings.appId,
    privateKey: settings.privateKey,
    secret: settings.webhookSecret,
    baseUrl: settings.apiUrl,
    Octokit: parts.github.Octokit,
    log,
  });
  const { signIn, apiUrl, webUrl } = settings;
  const authorization = signIn && createUserAuthorization({ ...signIn, apiUrl, webUrl, log });
  return { ...parts, authorization, probot };
}

/** Stores, GitHub and the worker, without whatever listens. */
export async function composeWork(
  settings: WorkSettings,
  log: Logger,
  clock: Clock,
  {
    pace,
    readRetryMs,
    threads = startThreads,
    follow,
    guard = (it) => it,
    mayHaveLostRecords = false,
    ...overrides
  }: Omit<Overrides, "clock"> & Following = {},
  meter?: Meter,
) {
  const { database, measurer: _, inbox: uncounted, ...others } = await composeStores(settings, clock);
  const stores = { ...others, inbox: meter ? countInbox(uncounted, meter, () => performance.now()) : uncounted };
  await follow?.(database);
  await stores.inbox.correctTimes(clock());
  const isGone = (holder: string) => isGoneHolder(holder, database.engine);
  await stores.inbox.endLeases(isGone, clock());
  await stores.budgets.endTurns(isGone);
  const github = guard(
    createGitHub({
      ...settings,
      log,
      clock,
      budgets: stores.budgets,
      holder: stores.holder,
      pace: { limits: settings.hasRateLimits === false ? noLimits : usualLimits, ...pace },
      ...(readRetryMs && { readRetryMs }),
      meter,
    }),
  );
  const { splitter, finder, editor, measurer, backtester } = countThreads(
    threads(database, settings, log, clock),
    meter,
  );
  const reads = {
    github: withoutForgotten(github.reads, stores.people),
    finder,
    splitter,
    editor,
    measurer,
    backtester,
    knowledge: stores.knowledge,
    records: mayHaveLostRecords ? findCommentsAgain(stores.records, github.reads) : stores.records,
    ...(settings.retention && { retention: settings.retention }),
    ...(settings.isOnboarding === true && { isOnboarding: true }),
    ...(settings.publicUrl !== undefined && { publicUrl: settings.publicUrl }),
    ...stores.stores,
  };
  const rush = new Rush();
  const planning = { reads, commands, features, configs: new ConfigSource(reads, clock, log) };
  const worker: Worker = new Worker({
    ...stores,
    github,
    chat: createWebhookChat({
      urlOf: (repository) => findChatAddress(settings.chat ?? [], repository),
      timeoutMs: chatTimeoutMs,
    }),
    ...planning,
    log,
    clock,
    wake: () => worker.wake(),
    rush,
    inBackground: (act) => github.inBackground(act),
    backoff: (attempts, chance = Math.random()) => retryDelayMs(attempts, chance),
    concurrency,
    ...overrides,
  });
  stores.inbox.hearArrivals(() => worker.wake());
  return { ...stores, reads, planning, github, splitter, finder, editor, measurer, backtester, worker, rush };
}
