import { plannedEvent, type CalendarSource } from "../../session-calendar/calendar-event.ts";
import { toCalendar } from "../../session-calendar/to-calendar.ts";
import type { SessionRules } from "../../sessions/session-rules.ts";
import { sessionsBetween } from "../../sessions/sessions-between.ts";

/**
 * The sessions of a time as an iCalendar file. Of bookings it knows nothing: each slot is free. With `repository`,
 * `acme/widgets`, it says where slots are booked. Its sessions are others to a calendar program than those of the app's own
 * calendar, which counts their changes.
 */
export function writeCalendar(
  rules: SessionRules,
  { from, to }: { readonly from: Date; readonly to: Date },
  { repository, now }: { readonly repository?: string | undefined; readonly now: Date },
): string {
  const events = sessionsBetween(rules, from, to).map((it) => plannedEvent(it, now));
  return toCalendar(events, sourceOf(repository));
}

function sourceOf(repository: string | undefined): CalendarSource {
  if (repository === undefined) return { name: "Office hours", id: "office-hours.frontdesk" };
  return {
    name: `Office hours of ${repository}`,
    id: `${repository.replace("/", ".")}.office-hours.frontdesk`,
    discussions: `https://github.com/${repository}/discussions`,
  };
}
