import type { BusinessHours, DayHours, Exception } from "./business-hours.ts";
import { type WallDay, type YearDay, weekdayOf, yearDayOf } from "./wall-days.ts";

const closed: DayHours = [];

/** Tells the hours of each day: its exception, or else none on a holiday of a file, or else those of its weekday. */
export function hoursOfDays({ week, exceptions, closures }: BusinessHours): (day: WallDay) => DayHours {
  const exceptionOn = findException(exceptions);
  const holidays = new Set(closures.days);
  return (day) => exceptionOn(day) ?? (holidays.has(day) ? closed : (week[weekdayOf(day)] ?? closed));
}

/** Whether a day is one with hours of its own, which hold against a holiday of a file as well. */
export function findException(exceptions: readonly Exception[]): (day: WallDay) => DayHours | undefined {
  const isOneDay = ({ first, last }: Exception) => first === last;
  const once = exceptions.filter(({ every }) => every === "once");
  const yearly = exceptions.filter(({ every }) => every === "year");
  const days = new Map(once.filter(isOneDay).map(({ first, hours }) => [first, hours]));
  const yearDays = new Map(yearly.filter(isOneDay).map(({ first, hours }) => [first, hours]));
  const ranges = once.filter((it) => !isOneDay(it));
  const yearRanges = yearly.filter((it) => !isOneDay(it));
  return (day) => {
    const found = days.get(day) ?? ranges.find(({ first, last }) => first <= day && day <= last)?.hours;
    if (found !== undefined || yearly.length === 0) return found;
    const inYear = yearDayOf(day);
    return yearDays.get(inYear) ?? yearRanges.find((it) => isWithin(inYear, it))?.hours;
  };
}

/** A range that ends before it begins goes over the turn of the year. */
function isWithin(day: YearDay, { first, last }: Exception): boolean {
  return first <= last ? first <= day && day <= last : day >= first || day <= last;
}
