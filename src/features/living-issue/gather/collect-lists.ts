import { dayMs } from "../../../core/clock.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { WatchedThread } from "../../../core/thread-status.ts";
import type { Listed, Lists, WaitingThread } from "../lists.ts";
import type { ListedRequest, ListReads } from "../reads.ts";
import { collectBookings, isWithoutOutcome, toMeeting, toSession } from "./collect-sessions.ts";

/** Of one list; no issue has room for more. */
const maxItems = 400;
const weekMs = 7 * dayMs;

/** Who waits on whom, by our own records alone: GitHub is not asked. */
export async function collectLists(repository: RepositoryRef, reads: ListReads, now: Date): Promise<Lists> {
  const { watch, requests, resolutions, faq, bookings } = reads;
  const weekAgo = new Date(now.getTime() - weekMs);
  const [onUs, onAsker, breached, counts, since, asked, proposals, review, sessions] = await Promise.all([
    watch.watchedThreads(repository, { status: ["waiting-on-team"], limit: maxItems }),
    watch.watchedThreads(repository, { status: ["waiting-on-asker"], limit: maxItems }),
    watch.watchedThreads(repository, { breachedSince: weekAgo, limit: maxItems }),
    watch.countWatched(repository),
    watch.watchedSince(repository),
    requests.requests({ repository, states: ["complete", "meeting"], limit: maxItems }),
    resolutions.openProposals(repository, maxItems),
    faq.findReview(repository),
    collectBookings(repository, bookings, now, maxItems),
  ]);
  const lists = {
    onUs: { items: onUs.map((it) => toWaiting(it, now)), total: counts["waiting-on-team"] },
    onAsker: {
      items: onAsker.map((it) => toWaiting(it, now)).toSorted((a, b) => a.since.getTime() - b.since.getTime()),
      total: counts["waiting-on-asker"],
    },
    toBeMarked: allOf(proposals.map(({ number, title, url, at }) => ({ number, title, url, since: new Date(at) }))),
    toBeDecided: allOf(
      asked
        .filter(isToBeDecided)
        .map(toDecision)
        .toSorted((a, b) => b.votes - a.votes),
    ),
    faq: review?.lists ?? "",
    breaches: allOf(breached.flatMap((it) => breachesOf(it, weekAgo, now)).toSorted(byNewest)),
    withoutOutcome: allOf([
      ...sessions.over.map(toSession),
      ...asked.filter((it) => isWithoutOutcome(it, now)).map(toMeeting),
    ]),
    withoutHost: allOf(sessions.withoutHost.map(toSession)),
  };
  return { ...lists, isNews: isNews(lists, [...onUs, ...onAsker, ...breached], since) };
}

/** What was there before the watch is listed in an issue that is there, and opens none. */
function isNews(lists: Omit<Lists, "isNews">, threads: readonly WatchedThread[], since: Date | undefined): boolean {
  const { toBeMarked, toBeDecided, faq, withoutOutcome, withoutHost } = lists;
  // GitHub's times have whole seconds, and the watch may have begun within one.
  const isNew = (at: Date) => since === undefined || at.getTime() > since.getTime() - 1000;
  return (
    threads.some(({ state }) => isNew(state.lastWordAt)) ||
    toBeDecided.items.some((it) => isNew(it.since)) ||
    toBeMarked.total > 0 ||
    // What was booked was booked of us, and not before we came.
    withoutOutcome.items.some(({ at }) => at !== undefined) ||
    withoutHost.total > 0 ||
    faq !== ""
  );
}

function allOf<Item>(items: readonly Item[]): Listed<Item> {
  return { items, total: items.length };
}

function toWaiting({ number, title, url, priority, state, due }: WatchedThread, now: Date): WaitingThread {
  return {
    number,
    title,
    url,
    priority,
    since: state.since,
    ...(state.assignee !== undefined && { assignee: state.assignee }),
    ...(due && { due: { clock: due.clock, at: due.at, isOver: due.at <= now } }),
  };
}

function breachesOf({ number, title, url, priority, breaches }: WatchedThread, from: Date, now: Date) {
  return breaches
    .filter(({ dueAt }) => dueAt >= from && dueAt <= now)
    .map(({ clock, dueAt, isOpen }) => ({ number, title, url, priority, clock, dueAt, isOpen }));
}

function byNewest(one: { readonly dueAt: Date }, other: { readonly dueAt: Date }): number {
  return other.dueAt.getTime() - one.dueAt.getTime();
}

function isToBeDecided({ request: { state, meeting } }: ListedRequest): boolean {
  return state === "complete" || meeting?.outcome !== undefined;
}

function toDecision({ request, votes }: ListedRequest) {
  const { number, title, url, since, votesFrom } = request;
  const all = Object.values(votesFrom).reduce((sum, it) => sum + it, votes);
  return { number, title, url, since: new Date(since), votes: all };
}
