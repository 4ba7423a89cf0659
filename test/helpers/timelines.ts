import { createCalendar } from "../../src/business-time/create-calendar.ts";
import type { CloseReason } from "../../src/core/discussion.ts";
import type { ActorKind, ObservedThread, ThreadTraits, Timeline, TimelineEntry } from "../../src/core/timeline.ts";

const day = "2026-03-02";
type At = string | Date;

/** `09:30` is a time of Monday, 2 March 2026, in UTC; anything else is ISO 8601. */
export function at(time: At): Date {
  if (time instanceof Date) return time;
  return new Date(/^\d\d:\d\d$/.test(time) ? `${day}T${time}:00Z` : time);
}

/** A question as it is when nothing is set on it. */
export const aQuestion: ThreadTraits = {
  id: "D_12",
  title: "How do I change the log level?",
  url: "https://github.com/acme/widgets/discussions/12",
  category: "q-a",
  isAnswerable: true,
  labels: [],
  locked: false,
  isPinned: false,
};

let made = 0;

function comment(by: string, actor: ActorKind, time: At, given: object = {}): TimelineEntry {
  const id = `DC_${++made}`;
  return { key: `comment:${id}`, at: at(time), kind: "comment", id, by, actor, ...given };
}

/** Entries by who did what. */
export const asker = (time: At, given?: object) => comment("ann", "asker", time, given);
export const thanks = (time: At) => asker(time, { isThanks: true });
export const remark = (time: At) => asker(time, { isRemark: true });
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
  const readAt = new Date(openedAt.getTime() - 1);
  return {
    number: 12,
    openedAt,
    asker: "ann",
    opener: "asker",
    entries,
    observed: {
      ...aQuestion,
      updatedAt: readAt,
      readAt,
      ...observed,
    },
    ...given,
  };
}

/** From 09:00 to 12:00 and from 13:00 to 17:00 UTC, every day. */
export const splitHours = createCalendar("split hours", {
  timeZone: "UTC",
  week: Array.from({ length: 7 }, () => [
    { from: 9 * 60, to: 12 * 60 },
    { from: 13 * 60, to: 17 * 60 },
  ]),
  exceptions: [],
  closures: { days: [], spans: [] },
});
