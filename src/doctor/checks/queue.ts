import { minuteMs } from "../../core/clock.ts";
import type { InboxCounts } from "../../core/delivery.ts";
import type { InboxHealth } from "../../core/inbox-health.ts";
import { ok, problem, warning, type Finding } from "../finding.ts";

const check = "queue";

export interface QueueFacts extends InboxHealth {
  readonly counts: InboxCounts;
  readonly now: Date;
}

const lateMs = minuteMs;
const tooLateMs = 5 * minuteMs;

/** Whether what came is worked on. */
export function checkQueue({ counts, oldestWaiting, stuck, now }: QueueFacts): readonly Finding[] {
  const findings: Finding[] = [];
  const waits = oldestWaiting ? now.getTime() - oldestWaiting.getTime() : 0;
  if (waits >= lateMs) {
    const says = `The oldest of ${counts.waiting} that wait has waited for ${Math.round(waits / minuteMs)} min.`;
    const fix =
      "Look whether a process works (`frontdesk start`, or one with `--role worker`), and in its log what it does. More workers share the work on PostgreSQL.";
    findings.push((waits >= tooLateMs ? problem : warning)(check, says, fix));
  }
  if (stuck > 0) {
    const fix = "A worker died and no other one runs: start one.";
    findings.push(problem(check, `${stuck} are held by a worker that is gone, and nobody takes them up.`, fix));
  }
  if (counts.dead > 0) {
    const fix = "`frontdesk inbox list --dead` says why; mend that, then `frontdesk inbox retry <id>`.";
    findings.push(warning(check, `${counts.dead} were given up.`, fix));
  }
  if (counts.refused > 0) {
    const fix = "`frontdesk inbox list --refused` says what: most often a permission, or a locked thread.";
    findings.push(warning(check, `Of ${counts.refused}, GitHub refused a part.`, fix));
  }
  if (findings.length > 0) return findings;
  return [ok(check, `${counts.waiting} wait, ${counts.running} are in progress, none was given up.`)];
}
