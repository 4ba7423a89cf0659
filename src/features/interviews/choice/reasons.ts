import { dayMs } from "../../../core/clock.ts";
import type { InterviewReason, ThornySign, ThreadLink } from "../interview.ts";
import type { AskedThread, AskerFacts } from "./asker-facts.ts";

/** What is longer ago than this is told from memory no more. */
const memoryMs = 183 * dayMs;
/** Wishes are remembered for longer. */
const wishesMs = 365 * dayMs;
/** Whoever has not come back for so long has left. */
const goneMs = 30 * dayMs;
/** A reply after more than this is late, also where no target says so. */
const lateMs = 3 * dayMs;

/** From how many on something counts; what is long, and who are many, is as in the list of thorny threads. */
const enough = { words: 20, people: 5, requests: 3 } as const;
/** A rating that is low: neither of the positive ones, nor the middle. */
const lowRating = 2;
/** A discussion is thorny with this much of signs. */
const thornyFrom = 2;

/** A reason with how much it weighs. */
export interface WeighedReason {
  readonly reason: InterviewReason;
  readonly worth: number;
}

/** Why somebody is worth talking to, the heaviest first. One word by command is worth what several signs are. */
export function reasonsFor(asker: AskerFacts, now: Date): readonly WeighedReason[] {
  const recent = asker.threads.filter(({ lastWordAt }) => now.getTime() - lastWordAt.getTime() <= memoryMs);
  return [
    ...recent.flatMap((it) => lowRatingOf(it, now)),
    ...heaviest(recent.flatMap(thorny)),
    ...manyRequests(asker, now),
    ...left(asker, now),
  ].toSorted((a, b) => b.worth - a.worth);
}

function lowRatingOf(thread: AskedThread, now: Date): readonly WeighedReason[] {
  const { rated } = thread;
  if (!rated || rated.rating > lowRating || now.getTime() - rated.at.getTime() > memoryMs) return [];
  const { rating } = rated;
  return [{ reason: { kind: "low-rating", thread: toLink(thread), rating }, worth: 7 - rating }];
}

function thorny(thread: AskedThread): readonly WeighedReason[] {
  const found: readonly (ThornySign & { readonly worth: number })[] = [
    { sign: "long", count: thread.words, worth: Math.min(2, Math.floor(thread.words / enough.words)) },
    { sign: "people", count: thread.people, worth: thread.people >= enough.people ? 1 : 0 },
    { sign: "reopened", count: thread.reopened, worth: Math.min(3, 2 * thread.reopened) },
    { sign: "overdue", count: thread.missed.length, worth: Math.min(2, thread.missed.length) },
  ];
  const signs = found.filter(({ worth }) => worth > 0);
  const worth = signs.reduce((sum, it) => sum + it.worth, 0);
  if (worth < thornyFrom) return [];
  const told = signs.map(({ sign, count }) => ({ sign, count }));
  return [{ reason: { kind: "thorny", thread: toLink(thread), signs: told }, worth }];
}

/** A few discussions are enough to talk about. */
function heaviest(reasons: readonly WeighedReason[]): readonly WeighedReason[] {
  return reasons.toSorted((a, b) => b.worth - a.worth).slice(0, 3);
}

function manyRequests({ threads }: AskerFacts, now: Date): readonly WeighedReason[] {
  const wished = threads
    .filter(({ isRequest, openedAt }) => isRequest && now.getTime() - openedAt.getTime() <= wishesMs)
    .toSorted((a, b) => b.openedAt.getTime() - a.openedAt.getTime());
  if (wished.length < enough.requests) return [];
  const reason = { kind: "requests", threads: wished.slice(0, 10).map(toLink) } as const;
  return [{ reason, worth: Math.min(6, wished.length) }];
}

/** Somebody who asked once, waited for long or in vain, and has not been seen since. */
function left({ threads, lastSeenAt }: AskerFacts, now: Date): readonly WeighedReason[] {
  const [thread] = threads;
  if (!thread || threads.length > 1 || thread.isSettled || thread.isRequest) return [];
  const { openedAt, firstReplyAt, missed } = thread;
  const age = now.getTime() - openedAt.getTime();
  if (age < goneMs || age > memoryMs || now.getTime() - lastSeenAt.getTime() < goneMs) return [];
  if (firstReplyAt && lastSeenAt > firstReplyAt) return [];
  const waitedMs = firstReplyAt && firstReplyAt.getTime() - openedAt.getTime();
  if (waitedMs !== undefined && waitedMs <= lateMs && !missed.includes("first-response")) return [];
  const waited = waitedMs === undefined ? {} : { waited: Math.round(waitedMs / 1000) };
  return [{ reason: { kind: "left", thread: toLink(thread), ...waited }, worth: firstReplyAt ? 3 : 4 }];
}

function toLink({ number, title, url }: AskedThread): ThreadLink {
  return { number, title, url };
}
