import type { BusinessCalendar } from "../../src/business-time/calendar.ts";
import { calendarsOf } from "../../src/business-time/calendars-of.ts";
import { CalendarsConfig } from "../../src/business-time/calendars-config.ts";

/** A calendar with the same hours on some days of the week, but for holidays. */
export function weeklyHours(hours: {
  readonly timeZone: string;
  /** As the config has it. */
  readonly days?: string;
  readonly from: string;
  /** `24:00` is midnight. */
  readonly to: string;
  readonly holidays?: readonly string[];
}): BusinessCalendar {
  const { timeZone, days = "mon-fri", from, to, holidays = [] } = hours;
  const office = { timezone: timeZone, hours: { [days]: `${from}-${to}` }, holidays };
  const calendar = calendarsOf(CalendarsConfig.parse({ office }), new Map()).byName.get("office");
  if (!calendar) throw new Error("there is no calendar");
  return calendar;
}
