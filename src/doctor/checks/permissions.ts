import type { InstalledApp, Permissions, RegisteredApp } from "../../core/app-health.ts";
import { optionalForApp } from "../../core/wanted-app.ts";
import { ok, problem, warning, type Finding } from "../finding.ts";

const check = "permissions";

export interface Wanted {
  readonly permissions: Permissions;
  readonly events: readonly string[];
}

/** Installations that are told one by one; of the others there is a number. */
const maxTold = 20;
const levels = ["read", "write", "admin"];

/** Whether the app asks for what it needs, and each installation has accepted it. */
export function checkPermissions(
  wanted: Wanted,
  app: RegisteredApp,
  installations: readonly InstalledApp[],
  webUrl: string,
): readonly Finding[] {
  const lacks = lacking(required(wanted), app);
  const findings: Finding[] = [];
  const optional = lacking(wanted, app).filter((it) => !lacks.includes(it));
  if (optional.length > 0) {
    const fix = `Add it on ${app.settingsUrl}/permissions, and the owner of each installation accepts it.`;
    findings.push(warning(check, `The app does not ask for ${optional.join(", ")}, which is optional.`, fix));
  }
  if (lacks.length > 0) {
    findings.push(
      problem(
        check,
        `The app does not ask for ${lacks.join(", ")}.`,
        `Add it on ${app.settingsUrl}/permissions. The owner of each installation then has to accept it.`,
      ),
    );
  }
  if (installations.length === 0) {
    findings.push(
      warning(check, "The app is installed nowhere.", `Install it: ${webUrl}/apps/${app.slug}/installations/new`),
    );
  }
  const told = installations.flatMap((it) => checkInstallation(wanted, app, it));
  findings.push(...told.slice(0, maxTold));
  if (told.length > maxTold) {
    findings.push(
      problem(
        check,
        `${told.length - maxTold} more installations lack something.`,
        `See ${app.settingsUrl}/installations.`,
      ),
    );
  }
  if (findings.length > 0) return findings;
  const count =
    installations.length === 1 ? "The one installation has" : `All ${installations.length} installations have`;
  return [ok(check, `${count} what the app needs.`)];
}

/** What the app does not ask for, its owner is told once; and what it asks beyond our wishes is optional. */
function checkInstallation(wanted: Wanted, app: RegisteredApp, it: InstalledApp): readonly Finding[] {
  const name = `${it.account} (installation ${it.id})`;
  if (it.isSuspended) {
    return [
      warning(check, `${name} has suspended the app.`, `Nothing is done there until an owner ends that on ${it.url}`),
    ];
  }
  const missing = lacking(app, it);
  if (missing.length === 0) return [];
  const needed = missing.filter((lack) => lacking(required(wanted), it).includes(lack));
  const fix = `An owner of ${it.account} accepts it on ${it.url}`;
  if (needed.length > 0) return [problem(check, `${name} has not accepted ${needed.join(", ")}.`, fix)];
  return [warning(check, `${name} has not accepted ${missing.join(", ")}, which is optional.`, fix)];
}

/** What nothing works without. */
function required({ permissions, events }: Wanted): Wanted {
  return {
    permissions: Object.fromEntries(Object.entries(permissions).filter(([name]) => !optionalForApp.includes(name))),
    events: events.filter((it) => !optionalForApp.includes(it)),
  };
}

/** What `has` lacks of `wanted`, in words: `issues: write (has read)`, `the event milestone`. */
function lacking(wanted: Wanted, has: Wanted): readonly string[] {
  const permissions = Object.entries(wanted.permissions).flatMap(([name, level]) => {
    const given = has.permissions[name];
    if (given !== undefined && levels.indexOf(given) >= levels.indexOf(level)) return [];
    return [`${name}: ${level}${given === undefined ? "" : ` (has ${given})`}`];
  });
  const events = wanted.events.filter((it) => !has.events.includes(it)).map((it) => `the event ${it}`);
  return [...permissions, ...events];
}
