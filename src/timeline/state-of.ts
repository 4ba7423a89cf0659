import type { ThreadState } from "../core/thread-status.ts";
import type { Timeline } from "../core/timeline.ts";
import { happeningsOf, saidKinds, type Happening } from "./happenings.ts";
import type { ThreadDecision } from "./thread-decision.ts";
import { phasesAfter, phasesOf } from "./thread-phases.ts";

const words: readonly Happening["is"][] = [...saidKinds, "needs-info"];
const teamActs: readonly Happening["is"][] = ["team-word", "team-command", "needs-info", "assigned"];

/**
 * Where a thread stands at `now`: a fold of its timeline, which may come in any order and hold things twice. `decision`
 * is where its feature request stands, if it is one. The rules: docs/explanation/watch.md.
 */
export function stateOf(
  timeline: Timeline,
  { decision, now }: { readonly decision?: ThreadDecision | undefined; readonly now: Date },
): ThreadState {
  const happenings = happeningsOf(timeline, { decision, now });
  const phase = phasesOf(phasesAfter(timeline, happenings)).at(-1);
  if (!phase) throw new Error("a timeline has a phase at least");
  const lastOf = (kinds: readonly Happening["is"][]) => happenings.findLast(({ is }) => kinds.includes(is));
  const assigned = happenings.findLast((it) => it.is === "assigned");
  const teamAct = lastOf(teamActs);
  return {
    status: phase.status,
    since: new Date(phase.from),
    hasCommunityAnswer: happenings.some(({ is }) => is === "community-word"),
    ...(assigned?.to !== undefined && { assignee: assigned.to }),
    lastWordAt: new Date(lastOf(words)?.at ?? timeline.openedAt),
    ...(teamAct && { lastTeamActAt: new Date(teamAct.at) }),
  };
}

/** Since when the asker is asked for information by `/needs-info`; undefined where they have written since, or are not. */
export function needsInfoSince(timeline: Timeline, now: Date): Date | undefined {
  const last = happeningsOf(timeline, { now }).findLast(({ is }) => is === "needs-info" || is === "asker-word");
  return last?.is === "needs-info" ? new Date(last.at) : undefined;
}
