import type { BusinessCalendar } from "../../src/business-time/calendar.ts";
import type { CloseReason } from "../../src/core/discussion.ts";
import type { ActorKind, ObservedThread, Timeline, TimelineEntry } from "../../src/core/timeline.ts";

const day = "2026-03-02";
type At = string | Date;

/** `09:30` is a time of Monday, 2 March 2026, in UTC; anything else is ISO 8601. */
export function at(time: At): Date {
  if (time instanceof Date) return time;
  return new Date(/^\d\d:\d\d$/.test(time) ? `${day}T${time}:00Z` : time);
}

let made = 0;

function comment(by: string, actor: ActorKind, time: At, given: object = {}): TimelineEntry {
  const id = `DC_${++made}`;
  return { key: `comment:${id}`, at: at(time), kind: "comment", id, by, actor, ...given };
}

/** Entries by who did what. */
export const asker = (time: At, given?: object) => comment("ann", "asker", time, given);
export const thanks = (time: At) => asker(time, { isThanks: true });
export const helper = (time: At, given?: object) => comment("hana", "helper", time, given);
export const maintainer = (time: At, given?: object) => comment("mia", "maintainer", time, given);
export const community = (time: At, given?: object) => comment("carl", "community", time, given);
export const bot = (time: At) => comment("frontdesk", "bot", time);

export function marked(time: At, by: ActorKind = "helper", answer = "DC_x"): TimelineEntry {
  return {
    key: `answered:${answer}:${at(time).getTime()}`,
    at: at(time),
    kind: "answered",
    comment: answer,
    actor: by,
  };
}
export const unmarked = (time: At): TimelineEntry => ({
  key: `unanswered:${+at(time)}`,
  at: at(time),
  kind: "unanswered",
});
export function closed(time: At, reason: CloseReason = "resolved"): TimelineEntry {
  return { key: `closed:${+at(time)}`, at: at(time), kind: "closed", reason };
}
export const reopened = (time: At): TimelineEntry => ({ key: `reopened:${+at(time)}`, at: at(time), kind: "reopened" });
export function needsInfo(time: At): TimelineEntry {
  return { key: `needs-info:${+at(time)}`, at: at(time), kind: "needs-info", by: "hana" };
}
export function session(time: At, change: "booked" | "held" | "cancelled"): TimelineEntry {
  return { key: `session:${change}:${+at(time)}`, at: at(time), kind: "session", change };
}
export function assigned(time: At, to: string): TimelineEntry {
  return { key: `assigned:${+at(time)}`, at: at(time), kind: "assigned", to, by: "mia" };
}

/**
 * A timeline that was opened at 09:00 by an asker. Unless a test says otherwise it was last read in agreement with its
 * entries, at a time before all of them.
 */
export function aTimeline(
  entries: readonly TimelineEntry[],
  given: Partial<Timeline> = {},
  observed: Partial<ObservedThread> = {},
): Timeline {
  const openedAt = given.openedAt ?? at("09:00");
  return {
    number: 12,
    openedAt,
    asker: "ann",
    opener: "asker",
    entries,
    observed: {
      id: "D_12",
      title: "How do I change the log level?",
      url: "https://github.com/acme/widgets/discussions/12",
      category: "q-a",
      isAnswerable: true,
      labels: [],
      locked: false,
      isPinned: false,
      updatedAt: openedAt,
      readAt: openedAt,
      ...observed,
    },
    ...given,
  };
}

/** Time that counts around the clock, in whole seconds. */
export const aroundTheClock: BusinessCalendar = {
  name: "around the clock",
  timeZone: "UTC",
  secondsBetween: (from, to) => Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1000)),
  addSeconds: (from, seconds) => new Date(from.getTime() + seconds * 1000),
  isOpenAt: () => true,
  nextOpening: (time) => time,
};

const minuteMs = 60_000;

/** Hours from 09:00 to 12:00 and from 13:00 to 17:00 UTC, every day: a minute at a time, so that it is plain to see. */
export const splitHours: BusinessCalendar = {
  name: "split hours",
  timeZone: "UTC",
  secondsBetween(from, to) {
    let seconds = 0;
    for (let time = from.getTime(); time < to.getTime();) {
      const next = Math.min(to.getTime(), (Math.floor(time / minuteMs) + 1) * minuteMs);
      if (isOpen(time)) seconds += (next - time) / 1000;
      time = next;
    }
    return Math.floor(seconds);
  },
  addSeconds(from, seconds) {
    let left = seconds * 1000;
    let time = from.getTime();
    while (left > 0) {
      const next = (Math.floor(time / minuteMs) + 1) * minuteMs;
      if (isOpen(time)) {
        if (next - time >= left) return new Date(time + left);
        left -= next - time;
      }
      time = next;
    }
    return new Date(time);
  },
  isOpenAt: (time) => isOpen(time.getTime()),
  nextOpening(time) {
    for (let it = time.getTime(); ; it = (Math.floor(it / minuteMs) + 1) * minuteMs) {
      if (isOpen(it)) return new Date(it);
    }
  },
};

function isOpen(time: number): boolean {
  const hour = new Date(time).getUTCHours();
  return (hour >= 9 && hour < 12) || (hour >= 13 && hour < 17);
}
