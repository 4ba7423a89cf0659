import { hourMs } from "../../../core/clock.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { HistoryPage } from "../../../core/thread-history.ts";
import { nothing } from "../../../core/plan.ts";
import type { EventOf } from "../../feature.ts";
import type { TimelineConfig } from "../config.ts";
import { takeIn, type TimelineAction, type TimelinePlan } from "../actions.ts";
import { mustBeTime, waitFor, type BackfillProgress } from "../progress.ts";
import { readThreads, type ReadThreads } from "../recording/read-threads.ts";
import type { ReadsWithTimelines } from "../store/timeline-records.ts";

export type BackfillFacts =
  | { readonly found: "nothing-to-read"; readonly because: string }
  | { readonly found: "no-history-wanted" }
  | {
      readonly found: "history";
      readonly state: "open" | "closed";
      readonly page: HistoryPage;
      readonly read: ReadThreads;
      readonly before: BackfillProgress | undefined;
    };

/** It is started once, unless somebody asks for it again; an hour without a step, and it is taken up where it stood. */
const stuckAfterMs = hourMs;

/** Whether a repository's history is to be read, or read on. */
export function isBackfillDue(progress: BackfillProgress | undefined, now: Date): boolean {
  if (!progress || progress.phase === "off") return true;
  if (progress.phase === "done") return false;
  const last = Math.max(Date.parse(progress.updatedAt), Date.parse(progress.waitsUntil ?? progress.updatedAt));
  return now.getTime() - last > stuckAfterMs;
}

/** Reads a page. 3 points, and 1 for each thread that has more than ten comments, or twenty replies to one. */
export async function gatherBackfill(
  event: EventOf<"backfill-threads">,
  { config, reads, now }: { readonly config: TimelineConfig; readonly reads: ReadsWithTimelines; readonly now: Date },
): Promise<BackfillFacts> {
  const { repository, again, notBefore } = event;
  mustBeTime(notBefore, now);
  const before = await reads.timelineProgress.findBackfill(repository);
  const isStart = event.cursor === undefined;
  if (config.backfill === "off" && !again && (isStart || before?.phase === "off")) {
    return before ? { found: "nothing-to-read", because: "timeline.backfill is off" } : { found: "no-history-wanted" };
  }
  if (isStart && !again && !isBackfillDue(before, now)) {
    return { found: "nothing-to-read", because: "the history is read, or is being read" };
  }
  const at = isStart && again ? undefined : (event.cursor ?? before?.cursor);
  const { state, cursor } = toPlace(at);
  const page = await reads.github.threadHistories(repository, state, cursor);
  const read = await readThreads(repository, page.threads, { reads, now });
  return { found: "history", state, page, read, before: at === undefined ? undefined : before };
}

/** Takes a page in and goes on with the next one: open threads first, then those that are closed. */
export function decideBackfill(
  { repository }: EventOf<"backfill-threads">,
  facts: BackfillFacts,
  now: Date,
): TimelinePlan {
  if (facts.found === "nothing-to-read") return nothing(facts.because);
  if (facts.found === "no-history-wanted") return beginWithout(repository, now);
  const { state, page, read, before } = facts;
  const at = now.toISOString();
  const cursor = nextPlace(state, page.next);
  const waitsUntil = cursor === undefined ? undefined : waitFor(page.points);
  const progress: BackfillProgress = {
    startedAt: before?.startedAt ?? at,
    updatedAt: at,
    phase: cursor === undefined ? "done" : toPlace(cursor).state,
    read: (before?.read ?? 0) + page.threads.length,
    total: page.total,
    ...(cursor !== undefined && { cursor }),
    ...(waitsUntil !== undefined && { waitsUntil }),
  };
  const open = read.threads.filter((it) => it.reading && !it.reading.observed.closed);
  const actions: TimelineAction[] = [
    ...takeIn(repository, read.threads, read.asked),
    ...open.map(({ number }) => observed(repository, number)),
    // What changes from here on is for the sweep.
    ...(before ? [] : [{ do: "keep-sweep", repository, to: at } as const]),
    { do: "keep-backfill", repository, progress },
    ...(cursor === undefined ? [] : [goOn(repository, cursor, waitsUntil)]),
  ];
  const pause = waitsUntil === undefined ? "" : `, and it goes on at ${waitsUntil}`;
  return { actions, because: `${progress.read} of ${progress.total} threads are read${pause}` };
}

/** Timelines begin with what happens from now on. */
function beginWithout(repository: RepositoryRef, now: Date): TimelinePlan {
  const at = now.toISOString();
  const progress: BackfillProgress = { startedAt: at, updatedAt: at, phase: "off", read: 0, total: 0 };
  return {
    actions: [
      { do: "keep-sweep", repository, to: at },
      { do: "keep-backfill", repository, progress },
    ],
    because: "timeline.backfill is off",
  };
}

/** The first step, for a repository that was not served before. */
export function startBackfill(repository: RepositoryRef): TimelinePlan {
  const event = { kind: "backfill-threads", repository, cursor: undefined } as const;
  return {
    actions: [{ do: "follow-up", key: "backfill-threads", event }],
    because: "the repository is new to us, so the history of its threads is read",
  };
}

/** Whoever follows threads is to look at this one. */
export function observed(repository: RepositoryRef, number: number): TimelineAction {
  const event = { kind: "thread-observed", repository, number } as const;
  return { do: "follow-up", key: `thread-observed:${number}`, event };
}

function goOn(repository: RepositoryRef, cursor: string, notBefore: string | undefined): TimelineAction {
  const event = {
    kind: "backfill-threads",
    repository,
    cursor,
    ...(notBefore !== undefined && { notBefore }),
  } as const;
  return { do: "follow-up", key: `backfill-threads:${cursor}`, event };
}

/** A cursor of ours: the state of the threads that are read, and GitHub's cursor among these. */
function toPlace(cursor: string | undefined): {
  readonly state: "open" | "closed";
  readonly cursor: string | undefined;
} {
  if (cursor === undefined) return { state: "open", cursor: undefined };
  const at = cursor.indexOf(":");
  const rest = cursor.slice(at + 1);
  return { state: cursor.slice(0, at) === "closed" ? "closed" : "open", cursor: rest === "" ? undefined : rest };
}

function nextPlace(state: "open" | "closed", next: string | undefined): string | undefined {
  if (next !== undefined) return `${state}:${next}`;
  return state === "open" ? "closed:" : undefined;
}
