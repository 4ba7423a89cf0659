import type { DatabaseFacts } from "../../core/database-facts.ts";
import { ok, problem, warning, type Finding } from "../finding.ts";

const check = "database";

/** Older ones get no fixes any more: https://www.postgresql.org/support/versioning/ */
const oldestPostgres = 14;

/** Whether the database can be reached and written, and is one of this version. */
export function checkDatabase(facts: DatabaseFacts): readonly Finding[] {
  const { place } = facts;
  if (facts.state === "missing") {
    const fix =
      "The first start makes one. If there should be one, look at DATA_FOLDER: it counts from where the app is started.";
    return [warning(check, `There is none at ${place}.`, fix)];
  }
  if (facts.state === "unusable") {
    const fix =
      "Look whether it runs and can be reached from here, and at user, password and name in DATABASE_URL, or at the rights of DATA_FOLDER.";
    return [problem(check, `${place} cannot be used: ${facts.why}.`, fix)];
  }
  const { engine, version, writeProblem, pending, unknown, connections } = facts;
  const findings: Finding[] = [];
  if (writeProblem !== undefined) {
    findings.push(
      problem(check, `${place}: ${writeProblem}.`, "Make room on its disk, or give the app's user the right to write."),
    );
  }
  if (unknown.length > 0) {
    const fix = "Start that version or a later one, or restore the backup from before the upgrade.";
    findings.push(problem(check, `${place} was written by a newer version of Frontdesk (${unknown.join(", ")}).`, fix));
  } else if (pending.length > 0) {
    const fix = "The next start brings it up to date. Have a backup; an older version does not open it afterwards.";
    findings.push(warning(check, `${place} is of an earlier version: ${pending.length} migrations are to come.`, fix));
  }
  if (engine === "postgres" && Number.parseInt(version, 10) < oldestPostgres) {
    findings.push(warning(check, `PostgreSQL ${version} gets no fixes any more.`, "Upgrade the server."));
  }
  if (connections && connections.used > connections.max * 0.8) {
    const fix = "Raise max_connections of the server, or run fewer processes: each takes thirty at most.";
    findings.push(
      warning(check, `${connections.used} of the server's ${connections.max} connections are in use.`, fix),
    );
  }
  const name = engine === "postgres" ? `PostgreSQL ${version}` : `SQLite ${version}`;
  return findings.length > 0 ? findings : [ok(check, `${place} can be written and is up to date (${name}).`)];
}
