import type { BusinessCalendar } from "../../../business-time/calendar.ts";
import type { Calendars } from "../../../business-time/calendars-of.ts";
import type { ReckonedClock } from "../../../core/reckoned-clock.ts";
import type { ThreadState, WatchedThread } from "../../../core/thread-status.ts";
import type { Timeline } from "../../../core/timeline.ts";
import type { ClockReading } from "../../../timeline/clock-reading.ts";
import { clocksOf } from "../../../timeline/clocks-of.ts";
import { digestOf } from "../../../timeline/digest-of.ts";
import { momentAt } from "../../../timeline/read-clock.ts";
import { stateOf } from "../../../timeline/state-of.ts";
import type { ThreadDecision } from "../../../timeline/thread-decision.ts";
import type { PriorityName, WatchConfig } from "../config.ts";
import { calendarOf } from "./calendars-in-force.ts";
import { targetsOf } from "./targets-of.ts";

/** All that a thread's state and clocks follow from. */
export interface ReckonedBy {
  readonly timeline: Timeline;
  readonly decision: ThreadDecision | undefined;
  readonly priority: PriorityName;
  readonly config: WatchConfig;
  readonly calendars: Calendars;
  readonly now: Date;
}

export interface ReckonedThread {
  readonly state: ThreadState;
  readonly clocks: readonly ClockReading[];
  readonly calendar: BusinessCalendar;
  /** The running clock that is due first, if one runs. */
  readonly next: ClockReading | undefined;
}

/** The state of a thread and its clocks as they stand. */
export function reckonThread({ timeline, decision, priority, config, calendars, now }: ReckonedBy): ReckonedThread {
  const calendar = calendarOf(config, priority, calendars);
  const targets = targetsOf(config, priority, timeline.observed.category);
  const policy = { targets, firstResponse: config["first-response"], decision };
  const at = notBefore(timeline, now);
  const clocks = clocksOf(timeline, policy, calendar, at);
  const running = clocks.filter(({ state, dueAt }) => state === "running" && dueAt);
  const [next] = running.toSorted((a, b) => dueTime(a) - dueTime(b));
  return { state: stateOf(timeline, { decision, now: at }), clocks, calendar, next };
}

/** What happened has happened: GitHub's clock may be ahead of ours. */
export function notBefore({ entries, openedAt }: Timeline, now: Date): Date {
  const last = entries.reduce((latest, { at }) => Math.max(latest, at.getTime()), openedAt.getTime());
  return new Date(Math.max(last, now.getTime()));
}

/** A thread keeps the last of its breaches; nobody lists more. */
const maxBreaches = 50;
/** A thread in which the asker waited more often than this keeps the clocks of the last times. */
const maxClocks = 500;

/** What is stored of a reckoned thread, and when that will be true no more. */
export function toWatched(
  { state, clocks, calendar, next }: ReckonedThread,
  timeline: Timeline,
  { priority, near }: { readonly priority: PriorityName; readonly near: number },
): { readonly thread: WatchedThread; readonly clocks: readonly ReckonedClock[]; readonly lookAt?: Date } {
  const { id, title, url, category } = timeline.observed;
  const reckonedFrom = digestOf(timeline);
  const common = { number: timeline.number, id, title, url, category, priority, state, reckonedFrom };
  const due = next?.dueAt && {
    clock: next.clock,
    at: next.dueAt,
    nearAt: momentAt(next, (next.target * near) / 100, calendar) ?? next.dueAt,
  };
  const breaches = clocks.flatMap(({ clock, dueAt, isBreached, state: is }) =>
    isBreached && dueAt ? [{ clock, dueAt, isOpen: is === "running" || is === "paused" }] : [],
  );
  const toCome = clocks.filter((it) => it.state === "running" && !it.isBreached && it.dueAt).map(dueTime);
  return {
    thread: {
      ...common,
      ...(timeline.asker !== undefined && { asker: timeline.asker }),
      ...(due && { due }),
      breaches: breaches.slice(-maxBreaches),
    },
    clocks: clocks.slice(-maxClocks).map(withoutSegments),
    ...(toCome.length > 0 && { lookAt: new Date(Math.min(...toCome)) }),
  };
}

function withoutSegments({ clock, startedAt, target, metAt, dueAt, isBreached }: ClockReading): ReckonedClock {
  return { clock, startedAt, target, ...(metAt && { metAt }), ...(dueAt && { dueAt }), isBreached };
}

function dueTime({ dueAt }: ClockReading): number {
  return dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
}
