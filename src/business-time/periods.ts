import { Temporal } from "temporal-polyfill";

/** A span of time; `to` is not part of it. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** The last week, from Monday to Monday (ISO 8601) by the clocks of a zone, that is over at a moment. */
export function weekBefore(at: Date, timeZone: string): Period {
  const day = dayOf(at, timeZone);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return period(monday.subtract({ days: 7 }), monday, timeZone);
}

/** The last month of the calendar, by the clocks of a zone, that is over at a moment. */
export function monthBefore(at: Date, timeZone: string): Period {
  const first = dayOf(at, timeZone).with({ day: 1 });
  return period(first.subtract({ months: 1 }), first, timeZone);
}

/** The time of the same length before a period, by the clocks of a zone: days before days, also where one has 23 hours. */
export function sameLengthBefore({ from, to }: Period, timeZone: string): Period {
  const [start, end] = [clockAt(from, timeZone), clockAt(to, timeZone)];
  const before = start.subtract(start.until(end, { largestUnit: "day" }));
  return { from: new Date(before.toZonedDateTime(timeZone).epochMilliseconds), to: from };
}

/** When a day as people write it, `2026-03-01`, begins by the clocks of a zone. Throws a `RangeError` where the calendar has none such. */
export function startOf(day: string, timeZone: string): Date {
  return startOfDay(Temporal.PlainDate.from(day, { overflow: "reject" }), timeZone);
}

function dayOf(at: Date, timeZone: string): Temporal.PlainDate {
  return clockAt(at, timeZone).toPlainDate();
}

function clockAt(at: Date, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime();
}

function period(from: Temporal.PlainDate, to: Temporal.PlainDate, timeZone: string): Period {
  return { from: startOfDay(from, timeZone), to: startOfDay(to, timeZone) };
}

/** Where clocks are set forward at midnight, a day begins later. */
function startOfDay(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}
