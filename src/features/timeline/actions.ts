import { actionSet, type ActionSet, type Writes } from "../../actions/action-set.ts";
import type { SharedAction } from "../../actions/shared-actions.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Plan } from "../../core/plan.ts";
import { fullName, threadName } from "../../core/repository-name.ts";
import type { ThreadFacts } from "./facts.ts";
import type { BackfillProgress } from "./progress.ts";
import type { ProgressRecords } from "./store/progress-records.ts";
import type { KnownRole, TimelineRecords } from "./store/timeline-records.ts";

/** What the actions of timelines write beside what all actions may. */
export interface TimelineWrites extends Writes {
  readonly timelines: TimelineRecords;
  readonly timelineProgress: ProgressRecords;
}

/** Take what was learnt about threads into their timelines. */
interface TakeIn {
  readonly do: "take-in";
  readonly repository: RepositoryRef;
  readonly threads: readonly ThreadFacts[];
}

/** Remember for a while what people may do. */
interface KeepRoles {
  readonly do: "keep-roles";
  readonly repository: RepositoryRef;
  readonly roles: readonly KnownRole[];
}

interface ForgetTimeline {
  readonly do: "forget-timeline";
  readonly repository: RepositoryRef;
  readonly number: number;
}

/** Write down how far the backfill is. */
interface KeepBackfill {
  readonly do: "keep-backfill";
  readonly repository: RepositoryRef;
  readonly progress: BackfillProgress;
}

/** The next sweep begins here (ISO 8601). */
interface KeepSweep {
  readonly do: "keep-sweep";
  readonly repository: RepositoryRef;
  readonly to: string;
}

/** These threads were found by a sweep over all that are open. */
interface MarkListed {
  readonly do: "mark-listed";
  readonly repository: RepositoryRef;
  readonly numbers: readonly number[];
  readonly sweep: string;
}

/** The changes that only timelines plan. */
type OwnAction = TakeIn | KeepRoles | ForgetTimeline | KeepBackfill | KeepSweep | MarkListed;

export type TimelineAction = SharedAction | OwnAction;
export type TimelinePlan = Plan<TimelineAction>;

export const timelineActions: ActionSet<OwnAction, TimelineWrites> = actionSet({
  "take-in": {
    perform: ({ repository, threads }, { timelines }) => timelines.takeIn(repository, ...threads),
    describe: ({ repository, threads }) => `take in ${threads.map(factsInWords).join(", ")} of ${fullName(repository)}`,
  },
  "keep-roles": {
    perform: ({ repository, roles }, { timelines }) => timelines.keepRoles(repository, roles),
    describe: ({ repository, roles }) =>
      `remember the roles of ${roles.length === 1 ? "one person" : `${roles.length} people`} in ${fullName(repository)}`,
  },
  "forget-timeline": {
    perform: ({ repository, number }, { timelines }) => timelines.forgetThread(repository, number),
    describe: (action) => `forget the timeline of ${threadName(action)}`,
  },
  "keep-backfill": {
    perform: ({ repository, progress }, { timelineProgress }) => timelineProgress.keepBackfill(repository, progress),
    describe: ({ repository, progress: { read, total, phase } }) =>
      `note that ${read} of ${total} threads of ${fullName(repository)} are read${phase === "done" ? ", and that is all" : ""}`,
  },
  "keep-sweep": {
    perform: ({ repository, to }, { timelineProgress }) => timelineProgress.keepSweptTo(repository, new Date(to)),
    describe: ({ repository, to }) => `note that ${fullName(repository)} was swept up to ${to}`,
  },
  "mark-listed": {
    perform: ({ repository, numbers, sweep }, { timelineProgress }) =>
      timelineProgress.markListed(repository, numbers, sweep),
    describe: ({ repository, numbers }) => `note that ${numbers.length} threads of ${fullName(repository)} are open`,
  },
});

function factsInWords({ number, reading, said, changes }: ThreadFacts): string {
  const what = [
    ...(reading ? [reading.isFull ? "all of it" : "its state"] : []),
    ...(said.length > 0 && !reading?.isFull ? [`${said.length} comments`] : []),
    ...changes.map(({ kind }) => kind),
  ];
  return `#${number} (${what.join(", ")})`;
}

/** The actions that take in what was read, and the roles that were asked for. */
export function takeIn(
  repository: RepositoryRef,
  threads: readonly ThreadFacts[],
  asked: readonly KnownRole[],
): readonly TimelineAction[] {
  return [
    ...(asked.length > 0 ? [{ do: "keep-roles", repository, roles: asked } as const] : []),
    ...(threads.length > 0 ? [{ do: "take-in", repository, threads } as const] : []),
  ];
}
