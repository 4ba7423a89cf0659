import type { CalendarEvent, CalendarSource } from "../../src/session-calendar/calendar-event.ts";
import type { Session } from "../../src/sessions/session.ts";

/** A session of two slots, on a Tuesday in December from 14:00 to 15:00 in Berlin. */
export function someSession(change: Partial<Session> & { readonly slotCount?: number } = {}): Session {
  const { slotCount = 2, ...rest } = change;
  const start = rest.start ?? new Date("2026-12-08T13:00:00Z");
  const end = rest.end ?? new Date(start.getTime() + 3_600_000);
  const length = (end.getTime() - start.getTime()) / slotCount;
  return {
    series: "clinic",
    key: `${start.toISOString().slice(0, 16)}Z`,
    kind: "office-hours",
    title: "Office hours",
    timeZone: "Europe/Berlin",
    slots: Array.from({ length: slotCount }, (_, index) => ({
      index,
      start: new Date(start.getTime() + index * length),
      end: new Date(start.getTime() + (index + 1) * length),
    })),
    hosts: ["hana"],
    linkFor: "booked",
    languages: [],
    topics: [],
    ...rest,
    start,
    end,
  };
}

export function someEvent(session: Session = someSession(), change: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    session,
    free: session.slots.map(({ index }) => index),
    status: "confirmed",
    sequence: 0,
    changedAt: new Date("2026-11-01T09:00:00Z"),
    ...change,
  };
}

export const someSource: CalendarSource = {
  name: "Office hours of acme/widgets",
  id: "7.github.com",
  discussions: "https://github.com/acme/widgets/discussions",
};
