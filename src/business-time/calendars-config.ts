import { z } from "zod";
import { findException } from "./hours-of-days.ts";
import type { BusinessHours, DayHours } from "./business-hours.ts";
import type { Problem } from "./problem.ts";
import { readExceptions } from "./read-exceptions.ts";
import { readWeek } from "./read-week.ts";
import { wallDayOf, weekdayOf } from "./wall-days.ts";
import { isTimeZone } from "./zone-offsets.ts";

const Hours = z.union([z.string(), z.array(z.string()).max(50)], {
  error: "must be hours such as `09:00-17:00`, or a list of them",
});

const Exception = z.union(
  [
    z.string(),
    z.strictObject({
      date: z.string().describe("`2026-12-24`, `12-24` for every year, or `2026-12-27..2027-01-01`."),
      hours: Hours.optional().describe("Hours of that day. Without them it is closed."),
    }),
  ],
  {
    error: "must be a date such as `2026-12-24` or `12-25`, or a mapping with `date` and `hours`",
  },
);

const IcsPath = z
  .string()
  .max(500)
  .refine((path) => path.endsWith(".ics") && !/^\/|\\|^[a-z]+:|(?:^|\/)\.\.?(?:\/|$)/iu.test(path), {
    error: "must be the path of an `.ics` file from the root of the repository, such as `.github/holidays.ics`",
  });

/** One calendar as written. Its parts stay text: `hoursOf` reads them. */
const CalendarConfig = z
  .strictObject({
    timezone: z
      .string()
      .max(60)
      .refine(isTimeZone, {
        error: "there is no such time zone; write its name in the IANA list, such as `Europe/Prague` or `UTC`",
      })
      .describe("Whose clock the hours are of: a name of the IANA list, such as `Europe/Prague` or `UTC`."),
    hours: z
      .union([z.literal("24/7"), z.record(z.string(), Hours)], {
        error: "must be `24/7`, or days with their hours, such as `mon-fri: 09:00-17:00`",
      })
      .describe(
        "Hours by day: `mon-fri: 09:00-17:00`, split hours as a list, `24:00` for the end of a day. `22:00-02:00` goes on into the next day. Days that are left out are closed. `24/7` is around the clock.",
      ),
    holidays: z
      .array(Exception)
      .max(1_000)
      .default([])
      .describe(
        "Days that are closed: `2026-12-24`, `12-25` for every year, or `2026-12-27..2027-01-01`. `{ date: 12-24, hours: 09:00-12:00 }` gives days hours of their own.",
      ),
    "holidays-file": IcsPath.optional().describe(
      "An `.ics` file in the repository whose events are holidays, such as `.github/holidays.ics`.",
    ),
  })
  .superRefine((calendar, context) => {
    for (const { path, message } of hoursOf(calendar).problems) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  });
export type CalendarConfig = z.infer<typeof CalendarConfig>;

/** The `calendars:` section: business hours by name, used by clocks and rotas. */
export const CalendarsConfig = z
  .record(z.string().min(1).max(50), CalendarConfig)
  .refine((calendars) => Object.keys(calendars).length <= 50, { error: "at most 50 calendars" })
  .default({});
export type CalendarsConfig = z.infer<typeof CalendarsConfig>;

/** What a calendar's own lines say, without its file, and what is wrong with them. */
export function hoursOf(calendar: CalendarConfig): {
  readonly hours: Omit<BusinessHours, "closures">;
  readonly problems: readonly Problem[];
} {
  const week = readWeek(calendar.hours);
  const exceptions = readExceptions(calendar.holidays);
  const hours = { timeZone: calendar.timezone, week: week.value, exceptions: exceptions.value };
  const problems = [
    ...week.problems.map((it) => ({ ...it, path: ["hours", ...it.path] })),
    ...exceptions.problems.map((it) => ({ ...it, path: ["holidays", ...it.path] })),
  ];
  if (problems.length > 0 || averageWeek(hours) >= 60) return { hours, problems };
  const message = "time would count for less than an hour a week";
  return { hours, problems: [{ path: ["hours"], message }] };
}

/** Minutes that are open in a week, without the holidays of every year. After 28 years, weekdays and dates meet again. */
function averageWeek({ week, exceptions }: Omit<BusinessHours, "closures">): number {
  const minutes = (hours: DayHours) => hours.reduce((sum, { from, to }) => sum + to - from, 0);
  const yearly = exceptions.filter(({ every }) => every === "year");
  if (yearly.length === 0) return week.reduce((sum, hours) => sum + minutes(hours), 0);
  const exceptionOn = findException(yearly);
  const first = wallDayOf(2001, 1, 1) ?? 0;
  const days = Array.from({ length: (28 * 1461) / 4 }, (_, index) => first + index);
  const open = days.reduce((sum, day) => sum + minutes(exceptionOn(day) ?? week[weekdayOf(day)] ?? []), 0);
  return (open / days.length) * 7;
}
