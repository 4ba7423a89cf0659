import { Temporal } from "temporal-polyfill";
import type { Until } from "./rule.ts";

/**
 * The end of a rule, `20261231`, `20261231T170000` or `20261231T170000Z`. A day is meant whole, on the clocks of the
 * series' zone: whoever writes the last day means the session of that day too, which libraries that take it for midnight
 * leave out (rlanvin/php-rrule#13). A time with `Z` is a moment in UTC, whatever the zone of the series
 * (jkbrzt/rrule#596).
 */
export function readUntil(text: string): Until | undefined {
  const [, year, month, day, time, isUtc] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{6})(Z)?)?$/u.exec(text) ?? [];
  if (year === undefined) return undefined;
  const clock = time === undefined ? "23:59:59" : `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`;
  try {
    const local = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${clock}`);
    return isUtc === undefined ? { local } : { at: local.toZonedDateTime("UTC").epochMilliseconds };
  } catch (error) {
    // What does not exist, such as 30 February.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
