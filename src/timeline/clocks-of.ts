import type { BusinessCalendar } from "../business-time/calendar.ts";
import type { ClockKind } from "../core/thread-status.ts";
import type { Timeline } from "../core/timeline.ts";
import type { ClockPolicy } from "./clock-policy.ts";
import type { ClockReading } from "./clock-reading.ts";
import { isFirstResponse } from "./first-response.ts";
import { happeningsOf } from "./happenings.ts";
import { pendingWordsOf } from "./next-responses.ts";
import { readClock, type ClockRun, type Stretch } from "./read-clock.ts";
import { phasesAfter, phasesOf, type ThreadPhase } from "./thread-phases.ts";

/**
 * The clocks of a thread as they stand at `now`, by the time they started: one first response, one resolution, and a next
 * response for each time the asker had to wait again. A fold of the timeline, as `stateOf`. A thread that the team or a
 * bot opened has none. The rules: docs/explanation/watch.md.
 */
export function clocksOf(
  timeline: Timeline,
  policy: ClockPolicy,
  calendar: BusinessCalendar,
  now: Date,
): readonly ClockReading[] {
  const isAskers = timeline.opener === "asker" || timeline.opener === "community";
  if (!isAskers || now.getTime() < timeline.openedAt.getTime()) return [];
  const { targets, firstResponse, decision } = policy;
  const happenings = happeningsOf(timeline, { decision, now });
  const after = phasesAfter(timeline, happenings);
  const phases = phasesOf(after);
  const responded = happenings.find((it) => isFirstResponse(it, firstResponse));
  const runs: readonly ClockRun[] = [
    {
      clock: "first-response",
      metAt: responded?.at,
      stretches: stretchesOf(phases, 0, responded?.at, "somebody replied"),
    },
    resolutionRun(phases),
    ...pendingWordsOf(happenings, after, firstResponse).map(({ from, replied, replacedAt }): ClockRun => {
      const because =
        replied === undefined ? "a later word of the asker took the place of this one" : "the team replied";
      const stretches = stretchesOf(phases, from, replied ?? replacedAt, because);
      return { clock: "next-response", metAt: replied, stretches };
    }),
  ];
  const targetOf = (clock: ClockKind) => targets[clock];
  return runs
    .flatMap((run) => {
      const target = targetOf(run.clock);
      return target === undefined ? [] : [readClock(run, target, calendar, now)];
    })
    .sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
}

/** The resolution clock stands still while the question is resolved, also when the asker writes again meanwhile. */
function resolutionRun(phases: readonly ThreadPhase[]): ClockRun {
  const stretches = phases.map((phase) => toStretch(phase, phase.isResolved));
  const firstUnresolved = phases.findLastIndex(({ isResolved }) => !isResolved);
  return { clock: "resolution", metAt: phases[firstUnresolved + 1]?.from, stretches };
}

/** The phases from a time on, as a clock sees them; from `end` on it stands still for good. */
function stretchesOf(
  phases: readonly ThreadPhase[],
  from: number,
  end: number | undefined,
  because: string,
): readonly Stretch[] {
  const first = firstAt(phases, from);
  const stretches: Stretch[] = [];
  for (let i = first; i < phases.length; i++) {
    const phase = phases[i];
    if (!phase || (end !== undefined && phase.from >= end)) break;
    stretches.push({ ...toStretch(phase, false), from: Math.max(phase.from, from) });
  }
  return end === undefined ? stretches : [...stretches, { from: end, is: "frozen", because }];
}

/** Index of the phase in which a time lies; the first one for a time before them. */
function firstAt(phases: readonly ThreadPhase[], at: number): number {
  let low = 0;
  let high = phases.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((phases[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function toStretch({ from, status, because }: ThreadPhase, isOver: boolean): Stretch {
  if (isOver) return { from, is: "frozen", because };
  if (status === "waiting-on-team") return { from, is: "running", because };
  return { from, is: status === "waiting-on-asker" ? "paused" : "frozen", because };
}
