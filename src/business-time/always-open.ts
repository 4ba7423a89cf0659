import { roundTheClock } from "./business-hours.ts";
import { createCalendar } from "./create-calendar.ts";

/** Time counts around the clock, in UTC: what holds where there is no calendar. */
export const alwaysOpen = createCalendar("always open", {
  timeZone: "UTC",
  week: Array.from({ length: 7 }, () => roundTheClock),
  exceptions: [],
  closures: { days: [], spans: [] },
});
