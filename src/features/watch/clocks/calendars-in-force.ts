import type { BusinessCalendar } from "../../../business-time/calendar.ts";
import type { CalendarsConfig } from "../../../business-time/calendars-config.ts";
import { calendarsOf, type Calendars } from "../../../business-time/calendars-of.ts";
import { usualCalendar } from "../../../business-time/usual-calendar.ts";
import type { PriorityName, WatchConfig } from "../config.ts";

/** Texts of the files that calendars are made of, by path; null for one that is not there. */
export type CalendarFiles = ReadonlyMap<string, string | null>;

/** Calendars are costly to make, and the same config is looked at for each event. */
const made = new WeakMap<CalendarsConfig, { readonly files: string; readonly calendars: Calendars }>();

/** The calendars of a config with its files. */
export function calendarsInForce(config: CalendarsConfig, files: CalendarFiles): Calendars {
  const key = JSON.stringify([...files]);
  const known = made.get(config);
  if (known?.files === key) return known.calendars;
  const texts = new Map([...files].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])));
  const calendars = calendarsOf(config, texts);
  made.set(config, { files: key, calendars });
  return calendars;
}

/** The calendar in whose hours the clocks of a priority run: where none is named the only one, or `default`. */
export function calendarOf(
  { calendar, priorities }: Pick<WatchConfig, "calendar" | "priorities">,
  priority: PriorityName,
  { byName }: Calendars,
): BusinessCalendar {
  return usualCalendar(byName, priorities[priority].calendar ?? calendar);
}
