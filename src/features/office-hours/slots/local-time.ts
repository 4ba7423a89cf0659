import { Temporal } from "temporal-polyfill";

/** What clocks in a zone show then: `2026-12-08 14:30`. */
export function localTime(time: Date, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
}

/** The time at which clocks in a zone show this; of two such times the first, and the later one where there is none. */
export function instantOf(local: string, timeZone: string): Date {
  const zoned = Temporal.PlainDateTime.from(local.replace(" ", "T")).toZonedDateTime(timeZone);
  return new Date(zoned.epochMilliseconds);
}
