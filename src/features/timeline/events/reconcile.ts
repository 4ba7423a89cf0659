import { isFresh, type SharedSettings } from "../../../config/shared.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { DigestPage, ThreadDigest, ThreadHistory } from "../../../core/thread-history.ts";
import { nothing } from "../../../core/plan.ts";
import type { EventOf } from "../../feature.ts";
import { takeIn, type TimelineAction, type TimelinePlan } from "../actions.ts";
import { mustBeTime, waitFor } from "../progress.ts";
import { hasNews, isChanged } from "../recording/compare-thread.ts";
import { readThreads, type ReadThreads } from "../recording/read-threads.ts";
import type { ReadsWithTimelines } from "../store/timeline-records.ts";
import { observed } from "./backfill.ts";

export type ReconcileFacts =
  | { readonly found: "nothing-to-read"; readonly because: string }
  | {
      readonly found: "changes";
      readonly page: DigestPage;
      /** Where the sweep began, if it is not the deep one. */
      readonly since: Date | undefined;
      readonly read: ReadThreads;
      /** Of those that were read, which told more than was known. */
      readonly news: readonly number[];
      /** Opened a short while ago, and never heard of. */
      readonly opened: readonly ThreadDigest[];
      /** Known as open, and not there any more. */
      readonly gone: readonly number[];
    };

type ReconcileEvent = EventOf<"reconcile-threads">;
interface Reading {
  readonly reads: ReadsWithTimelines;
  readonly now: Date;
}

/** GitHub's replicas lag, clocks differ, and a sweep takes a while. */
const overlapMs = 10 * 60_000;
/** Threads looked for one by one at the end of a deep sweep, since no list shows them any more. */
const maxLookedFor = 50;

/** Reads a page of what changed: 2 points, and 1 for each thread that is not as it was when it was last read. */
export async function gatherReconcile(
  event: ReconcileEvent,
  { reads, shared, now }: Reading & { readonly shared: SharedSettings },
): Promise<ReconcileFacts> {
  const { repository, deep, cursor } = event;
  mustBeTime(event.notBefore, now);
  const { timelineProgress: progress, github } = reads;
  const backfill = await progress.findBackfill(repository);
  const since = event.since === undefined ? await startOf(repository, reads) : new Date(event.since);
  if (!backfill || !since) return { found: "nothing-to-read", because: "the history was not begun" };
  const isRunning = backfill.phase === "open" || backfill.phase === "closed";
  if (deep && isRunning) return { found: "nothing-to-read", because: "the history is still being read" };

  const page = await github.threadDigests(repository, deep ? "open" : "any", cursor);
  const meant = deep ? page.threads : page.threads.filter(({ updatedAt }) => updatedAt >= since);
  const known = await progress.knownThreads(repository, toNumbers(meant));
  // GitHub's times have whole seconds.
  const began = new Date(`${backfill.startedAt.slice(0, 19)}Z`);
  // What was there before is for the backfill, as long as that runs; what was opened since is new while it is fresh.
  const isNew = ({ openedAt }: ThreadDigest) => openedAt >= began && isFresh(openedAt, shared, now);
  const opened = meant.filter((it) => !known.has(it.number) && isNew(it));
  const changed = meant.filter((it) => {
    const before = known.get(it.number);
    return before ? isChanged(it, before) : !isNew(it) && !(isRunning && it.openedAt < began);
  });
  const isEnd = deep && page.next === undefined && event.began !== undefined;
  const missing = isEnd ? await notListed(event, toNumbers(page.threads), reads) : [];
  const found = await readAll(repository, [...toNumbers(changed), ...missing], { reads, now });
  return { found: "changes", page, since: deep ? undefined : since, opened, ...found };
}

async function startOf(repository: RepositoryRef, { timelineProgress }: ReadsWithTimelines): Promise<Date | undefined> {
  const to = await timelineProgress.sweptTo(repository);
  return to && new Date(to.getTime() - overlapMs);
}

async function notListed(
  { repository, began = "" }: ReconcileEvent,
  onThisPage: readonly number[],
  { timelineProgress }: ReadsWithTimelines,
): Promise<readonly number[]> {
  const limit = maxLookedFor + onThisPage.length;
  const numbers = await timelineProgress.openButNotListed(repository, began, limit);
  return numbers.filter((it) => !onThisPage.includes(it)).slice(0, maxLookedFor);
}

async function readAll(repository: RepositoryRef, numbers: readonly number[], { reads, now }: Reading) {
  const histories: ThreadHistory[] = [];
  const gone: number[] = [];
  for (const number of numbers) {
    const history = await reads.github.findHistory(repository, number);
    if (history) histories.push(history);
    else gone.push(number);
  }
  const read = await readThreads(repository, histories, { reads, now });
  const news: number[] = [];
  for (const facts of read.threads) {
    const before = await reads.timelines.findTimeline(repository, facts.number);
    if (hasNews(before, facts)) news.push(facts.number);
  }
  return { read, news, gone };
}

/** Takes in what was missed, has it looked at, and goes on where the page was full of changes. */
export function decideReconcile(event: ReconcileEvent, facts: ReconcileFacts, now: Date): TimelinePlan {
  if (facts.found === "nothing-to-read") return nothing(facts.because);
  const { repository, deep } = event;
  const { page, read, news, opened, gone } = facts;
  const began = event.began ?? now.toISOString();
  const newest = event.newest ?? page.threads[0]?.updatedAt.toISOString();
  const actions: TimelineAction[] = [
    ...takeIn(repository, read.threads, read.asked),
    ...gone.map((number): TimelineAction => ({ do: "forget-timeline", repository, number })),
    ...[...news, ...gone].map((number) => observed(repository, number)),
    ...opened.map((it) => opening(repository, it)),
    ...(deep && page.threads.length > 0
      ? [{ do: "mark-listed", repository, numbers: toNumbers(page.threads), sweep: began } as const]
      : []),
    ...goOnOrEnd(event, facts, { began, newest }),
  ];
  const because = `of ${read.threads.length} threads that changed ${news.length} told something new, ${opened.length} are new to us, and ${gone.length} are gone`;
  return actions.length === 0 ? nothing(because) : { actions, because };
}

/** A discussion that was opened and never heard of is answered as a new one. */
function opening(repository: RepositoryRef, { number, asker, category }: ThreadDigest): TimelineAction {
  const actor = asker ?? { login: "ghost", isBot: false };
  const event = { kind: "discussion-opened", repository, number, actor, category } as const;
  return { do: "follow-up", key: `discussion-opened:${number}`, event };
}

/** The deep sweep goes on to the last page and once more, for what no page showed; the other up to where it began. */
function goOnOrEnd(
  { repository, cursor, deep, deepAfter, began: isGoingOn }: ReconcileEvent,
  { page, since }: Extract<ReconcileFacts, { readonly found: "changes" }>,
  { began, newest }: { readonly began: string; readonly newest: string | undefined },
): readonly TimelineAction[] {
  const last = page.threads.at(-1);
  const isMore =
    page.next !== undefined && (deep || (last !== undefined && since !== undefined && last.updatedAt >= since));
  const isLastLook = deep && !isMore && isGoingOn === undefined;
  if (!isMore && !isLastLook) {
    const begin = { kind: "reconcile-threads", repository, since: undefined, cursor: undefined, deep: true } as const;
    return [
      ...(deep || newest === undefined ? [] : [{ do: "keep-sweep", repository, to: newest } as const]),
      ...(deepAfter ? [{ do: "follow-up", key: "reconcile-threads:deep", event: begin } as const] : []),
    ];
  }
  const notBefore = waitFor(page.points);
  const next: ReconcileEvent = {
    kind: "reconcile-threads",
    repository,
    since: since?.toISOString(),
    cursor: isMore ? page.next : cursor,
    ...(deep && { deep }),
    ...(deepAfter && { deepAfter }),
    began,
    ...(newest !== undefined && { newest }),
    ...(notBefore !== undefined && { notBefore }),
  };
  return [{ do: "follow-up", key: `reconcile-threads:${next.cursor ?? "last look"}`, event: next }];
}

function toNumbers(threads: readonly ThreadDigest[]): readonly number[] {
  return threads.map(({ number }) => number);
}
