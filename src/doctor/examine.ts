import type { AppHealthReads, InstalledApp, RegisteredApp } from "../core/app-health.ts";
import type { DatabaseFacts } from "../core/database-facts.ts";
import type { Settings } from "../config/settings.ts";
import { checkClock } from "./checks/clock.ts";
import { checkDashboard, type DashboardFacts } from "./checks/dashboard.ts";
import { checkDatabase } from "./checks/database.ts";
import { checkKey } from "./checks/key.ts";
import { checkLimits } from "./checks/limits.ts";
import { checkMachine, type MachineFacts } from "./checks/machine.ts";
import { checkModel, type ModelLook } from "./checks/model.ts";
import { checkPermissions } from "./checks/permissions.ts";
import { checkQueue, type QueueFacts } from "./checks/queue.ts";
import { checkWebhooks } from "./checks/webhooks.ts";
import { problem, type Finding } from "./finding.ts";
import { wantedApp } from "../core/wanted-app.ts";
import { within } from "./within.ts";

/** What is looked at. Each rejects with the reason where there is no answer. */
export interface Looks {
  readonly settings: Settings;
  readonly github: AppHealthReads;
  readonly machine: () => Promise<MachineFacts>;
  readonly database: DatabaseLooks;
  /** What comes of trying the sentence model of a folder; undefined where the settings name none. */
  readonly model: () => Promise<ModelLook | undefined>;
  /** What answers at `/healthz` of this address. */
  readonly whoAnswers: (url: string) => Promise<"us" | "somebody else">;
}

export interface DatabaseLooks {
  readonly facts: DatabaseFacts;
  /** Missing where the tables are not those of this version. */
  readonly queue?: () => Promise<QueueFacts>;
  /** Whether a delivery of this id is in the inbox. */
  readonly isKnown?: (id: string) => Promise<boolean>;
}

/** Installations whose budgets are asked for: it is a request for each. */
const maxAsked = 20;
/** GitHub's newest good deliveries that are looked for in our inbox. */
const maxLookedFor = 5;

/** Looks at everything side by side, each look bounded in time: a doctor who takes hours is not called. */
export async function examine(looks: Looks): Promise<readonly Finding[]> {
  const { settings, machine, database } = looks;
  const [ofMachine, ofQueue, ofGitHub, ofDashboard, model] = await Promise.all([
    machine().then(checkMachine),
    queueFindings(database),
    githubFindings(looks),
    dashboardFindings(looks, settings),
    looks.model(),
  ]);
  const ofModel = checkModel(model);
  return [...ofMachine, ...checkDatabase(database.facts), ...ofQueue, ...ofGitHub, ...ofDashboard, ...ofModel];
}

async function queueFindings({ queue }: DatabaseLooks): Promise<readonly Finding[]> {
  if (!queue) return [];
  const facts = await within(queue());
  if (!(facts instanceof Error)) return checkQueue(facts);
  return [problem("queue", `The inbox cannot be read: ${facts.message}.`, "See the check of the database.")];
}

async function githubFindings(looks: Looks): Promise<readonly Finding[]> {
  const { github, settings } = looks;
  const lead = await within(github.clockLead());
  if (lead instanceof Error) {
    const fix =
      "Look at GITHUB_API_URL, the name server, the firewall, and HTTPS_PROXY with NODE_USE_ENV_PROXY=1 where there is a proxy.";
    return [problem("github", `GitHub does not answer at ${settings.apiUrl}: ${lead.message}.`, fix)];
  }
  const app = await within(github.app());
  const first = [checkClock(lead), checkKey(settings.appId, app)];
  if (app instanceof Error) return first;
  const [installations, webhooks] = await Promise.all([within(github.installations()), webhookFindings(looks, app)]);
  if (installations instanceof Error) {
    return [...first, ...webhooks, unanswered("permissions", installations)];
  }
  const permissions = checkPermissions(wantedApp, app, installations, settings.webUrl);
  return [...first, ...permissions, ...webhooks, ...(await limitFindings(github, installations))];
}

async function webhookFindings({ github, settings, database }: Looks, app: RegisteredApp): Promise<readonly Finding[]> {
  const [config, attempts] = await Promise.all([within(github.webhookConfig()), within(github.recentAttempts())]);
  if (config instanceof Error) return [unanswered("webhooks", config)];
  if (attempts instanceof Error) return [unanswered("webhooks", attempts)];
  const { publicUrl } = settings;
  const newest = attempts.filter((it) => it.statusCode >= 200 && it.statusCode < 300 && it.event !== "ping");
  const isNewestOurs = await areOurs(
    newest.slice(0, maxLookedFor).map((it) => it.guid),
    database,
  );
  return checkWebhooks({ config, attempts, publicUrl, settingsUrl: app.settingsUrl, isNewestOurs });
}

/** Whether any of these is in our inbox: some may have been deleted with their repository. Undefined: nobody can know. */
async function areOurs(ids: readonly string[], { isKnown }: DatabaseLooks): Promise<boolean | undefined> {
  if (!isKnown || ids.length === 0) return undefined;
  const known = await within(Promise.all(ids.map(isKnown)));
  return known instanceof Error ? undefined : known.includes(true);
}

async function limitFindings(
  github: AppHealthReads,
  installations: readonly InstalledApp[],
): Promise<readonly Finding[]> {
  const active = installations.filter((it) => !it.isSuspended);
  const asked = active.slice(0, maxAsked);
  const budgets = await Promise.all(
    asked.map(async (installation) => ({ installation, budgets: await within(github.budgetsOf(installation.id)) })),
  );
  return checkLimits({ budgets, others: active.length - asked.length });
}

async function dashboardFindings({ whoAnswers }: Looks, settings: Settings): Promise<readonly Finding[]> {
  const { publicUrl, signIn, operators = [], trustedProxies = 0 } = settings;
  const answers: DashboardFacts["answers"] = publicUrl === undefined ? undefined : await within(whoAnswers(publicUrl));
  return checkDashboard({ publicUrl, canSignIn: signIn !== undefined, operators, trustedProxies, answers });
}

function unanswered(check: string, { message }: Error): Finding {
  return problem(
    check,
    `GitHub does not tell: ${message}.`,
    "Try again; https://www.githubstatus.com tells whether it is its own trouble.",
  );
}
