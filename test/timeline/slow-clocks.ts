import type { BusinessCalendar } from "../../src/business-time/calendar.ts";
import type { ClockKind } from "../../src/core/thread-status.ts";
import type { TimelineEntry } from "../../src/core/timeline.ts";

// The rules of docs/explanation/watch.md once more, told minute by minute: for every minute, what has been said and done by then is
// looked through from the start. It shares nothing with src/timeline/, and takes a thousand times as long.

const minuteMs = 60_000;

/** A clock as it is reckoned slowly. Times are milliseconds; `counted` is business seconds. */
export interface SlowClock {
  readonly clock: ClockKind;
  readonly from: number;
  readonly counted: number;
  /** When `target` was reached, or will be if nothing else happens. */
  readonly due: number | undefined;
  readonly metAt: number | undefined;
}

interface SlowWorld {
  readonly entries: readonly TimelineEntry[];
  readonly openedAt: number;
  readonly firstResponse: "anyone" | "team";
  readonly calendar: BusinessCalendar;
  readonly now: number;
  readonly targets: Readonly<Record<ClockKind, number>>;
}

/** All clocks of a thread of an asker in which everything happens at whole minutes. */
export function slowClocks(world: SlowWorld): readonly SlowClock[] {
  const all = world.entries
    .filter((it) => it.kind !== "comment" || (!it.isDeleted && it.actor !== "bot"))
    .sort((a, b) => +a.at - +b.at || rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
  const first = all.find((it) => isReply(it) || (world.firstResponse === "anyone" && isCommunity(it)));
  const resolved = (at: number) => isAnswered(until(all, at)) || closeOf(until(all, at)) === "resolved";
  return [
    reckon(world, all, "first-response", world.openedAt, first && +first.at),
    reckon(world, all, "resolution", world.openedAt, undefined, resolved),
    ...waits(all, first).map(({ from, replied, replaced }) => {
      const it = reckon(world, all, "next-response", from, replied ?? replaced);
      return replied === undefined ? { ...it, metAt: undefined } : it;
    }),
  ].map((it) => (it.clock === "resolution" ? { ...it, metAt: resolvedSince(world, resolved) } : it));
}

function reckon(
  { calendar, now, targets }: SlowWorld,
  all: readonly TimelineEntry[],
  clock: ClockKind,
  from: number,
  end: number | undefined,
  isOver: (at: number) => boolean = () => false,
): SlowClock {
  const last = Math.min(now, end ?? now);
  const runsAt = (at: number) => !isOver(at) && statusOf(until(all, at)) === "waiting-on-team";
  // As things stand at the end, they stay.
  const goesOn = end === undefined && runsAt(now);
  const horizon = goesOn ? now + 40 * 1440 * minuteMs : last;
  let counted = 0;
  let due: number | undefined;
  for (let at = from, passed = 0; at < horizon; at += minuteMs) {
    if (at < last ? !runsAt(at) : due !== undefined) continue;
    if (targets[clock] === 0) due ??= at;
    if (!calendar.isOpenAt(new Date(at))) continue;
    passed += 60;
    if (passed >= targets[clock]) due ??= at + (targets[clock] - passed + 60) * 1000;
    if (at < last) counted = passed;
  }
  return { clock, from, counted, due, metAt: end };
}

/** Since when the question has been resolved without a break. */
function resolvedSince({ openedAt, now }: SlowWorld, resolved: (at: number) => boolean): number | undefined {
  if (!resolved(now)) return undefined;
  let at = now;
  while (at > openedAt && resolved(at - minuteMs)) at -= minuteMs;
  return at;
}

/** Each word of the asker from which a next response is counted, and what ended the wait. */
function waits(all: readonly TimelineEntry[], first: TimelineEntry | undefined) {
  if (!first) return [];
  const begun = all.flatMap((word, index) => {
    if (!isAskerWord(word) || index < all.indexOf(first)) return [];
    const before = all.slice(0, index);
    const lastReply = before.findLastIndex(isReply);
    const settled = isSettled(before) ? settledFrom(before) : -1;
    const earlier = before.some((it, i) => isAskerWord(it) && i > Math.max(lastReply, settled, all.indexOf(first)));
    return earlier ? [] : [index];
  });
  return begun.map((index, i) => {
    const next = begun[i + 1];
    const reply = all.findIndex((it, at) => at > index && isReply(it));
    const isReplied = reply >= 0 && (next === undefined || reply < next);
    return {
      from: timeOf(all, index),
      replied: isReplied ? timeOf(all, reply) : undefined,
      replaced: !isReplied && next !== undefined ? timeOf(all, next) : undefined,
    };
  });
}

/** How many entries there were when the thread was settled, of one that is. */
function settledFrom(before: readonly TimelineEntry[]): number {
  let count = before.length;
  while (count > 0 && isSettled(before.slice(0, count - 1))) count--;
  return count - 1;
}

function timeOf(all: readonly TimelineEntry[], index: number): number {
  return +(all[index]?.at ?? 0);
}

/** In one second a word comes before a mark, and a mark before a close. */
function rank({ kind }: TimelineEntry): number {
  if (kind === "comment") return 0;
  return ["needs-info", "unanswered", "answered", "closed", "reopened"].indexOf(kind) + 1;
}

const until = (all: readonly TimelineEntry[], at: number) => all.filter((it) => +it.at <= at);
const isReply = (it: TimelineEntry) =>
  it.kind === "needs-info" || (it.kind === "comment" && (it.actor === "helper" || it.actor === "maintainer"));
const isCommunity = (it: TimelineEntry) => it.kind === "comment" && it.actor === "community";
const isAskerWord = (it: TimelineEntry) => it.kind === "comment" && it.actor === "asker" && !it.isThanks;

function isAnswered(so: readonly TimelineEntry[]): boolean {
  const last = so.findLast(({ kind }) => kind === "answered" || kind === "unanswered");
  return last?.kind === "answered" && last.actor !== "bot";
}

function closeOf(so: readonly TimelineEntry[]): string | undefined {
  const last = so.findLast(({ kind }) => kind === "closed" || kind === "reopened");
  return last?.kind === "closed" ? last.reason : undefined;
}

function isSettled(so: readonly TimelineEntry[]): boolean {
  return closeOf(so) !== undefined || turnOf(so) === "nobody";
}

function turnOf(so: readonly TimelineEntry[]): "team" | "asker" | "nobody" {
  for (let index = so.length - 1; index >= 0; index--) {
    const it = so[index];
    const before = so.slice(0, index);
    if (!it) continue;
    if (isAskerWord(it)) return "team";
    if (it.kind === "needs-info") return "asker";
    if (isReply(it)) return isAnswered(before) ? "nobody" : "asker";
    if (it.kind === "answered" && it.actor !== "bot") return "nobody";
    if ((it.kind === "unanswered" || it.kind === "answered") && isAnswered(before)) return "team";
    if (it.kind === "reopened" && closeOf(before) !== undefined && !isAnswered(before)) return "team";
  }
  return "team";
}

function statusOf(so: readonly TimelineEntry[]): string {
  if (closeOf(so) !== undefined) return "closed";
  const turn = turnOf(so);
  return turn === "nobody" ? "answered" : `waiting-on-${turn}`;
}
