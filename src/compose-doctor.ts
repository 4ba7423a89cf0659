import { readFileSync } from "node:fs";
import { access, constants, stat, statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pino } from "pino";
import { tryModel } from "./compose-model.ts";
import { loadSettings, type Settings } from "./config/settings.ts";
import type { Clock } from "./core/clock.ts";
import { checkMachine, type MachineFacts } from "./doctor/checks/machine.ts";
import { examine, type DatabaseLooks } from "./doctor/examine.ts";
import { problem, type Finding } from "./doctor/finding.ts";
import { createGitHub } from "./github/create-github.ts";
import { readInboxHealth } from "./queue/inbox-health.ts";
import { InboxStore } from "./queue/inbox-store.ts";
import { withSavedCredentials } from "./setup/credentials-file.ts";
import { lookAtDatabase } from "./storage/look-at-database.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * `frontdesk doctor`: what is found by these environment variables. It changes nothing, and needs no app that runs. `now`
 * is this machine's clock.
 */
export async function diagnose(variables: Variables, now: Clock = () => new Date()): Promise<readonly Finding[]> {
  const loaded = loadSettings(withSavedCredentials(variables), (path) => readFileSync(path, "utf8"));
  if ("settings" in loaded) return diagnoseBy(loaded.settings, now);
  const fix = "docs/reference/environment.md says what each setting is. What depends on them was not looked at.";
  const findings = loaded.problems.map((it) => problem("settings", `${it}.`, fix));
  const machine = await machineFacts(variables["DATA_FOLDER"] || ".frontdesk", Boolean(variables["DATABASE_URL"]));
  return [...findings, ...checkMachine(machine)];
}

async function diagnoseBy(settings: Settings, now: Clock): Promise<readonly Finding[]> {
  const { health } = createGitHub({ ...settings, log: pino({ enabled: false }), clock: now, readRetryMs: 200 });
  const { looks, close } = await openLooks(settings, now);
  try {
    return await examine({
      settings,
      github: health,
      machine: () => machineFacts(settings.dataFolder, settings.databaseUrl !== undefined),
      database: looks,
      model: () => tryModel(settings),
      whoAnswers,
    });
  } finally {
    await close();
  }
}

async function openLooks(settings: Settings, now: Clock) {
  const { facts, database } = await lookAtDatabase(settings);
  if (!database) return { looks: { facts } satisfies DatabaseLooks, close: async () => undefined };
  // It reads, and holds no leases.
  const inbox = new InboxStore(database, "doctor");
  const looks: DatabaseLooks = {
    facts,
    queue: async () => ({ ...(await readInboxHealth(database.db, now())), counts: await inbox.counts(), now: now() }),
    isKnown: async (id) => (await inbox.show(id)) !== undefined,
  };
  return { looks, close: () => database.close() };
}

async function machineFacts(dataFolder: string, hasServer: boolean): Promise<MachineFacts> {
  const path = resolve(dataFolder);
  const found = await stat(path).catch(() => undefined);
  // Of one that is not there, its nearest parent says whether it can be made.
  let nearest = path;
  while (!(await isThere(nearest)) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  const isWritable = await access(nearest, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  const free = await statfs(nearest).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
  return { node: process.versions.node, folder: { path, mode: found?.mode, isWritable, free }, hasServer };
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function whoAnswers(url: string): Promise<"us" | "somebody else"> {
  const answer = await fetch(`${url}/healthz`, { redirect: "manual", signal: AbortSignal.timeout(10_000) });
  const text = await answer.text();
  return answer.ok && /^\{"status":"ok"\}$/u.test(text.trim()) ? "us" : "somebody else";
}
