import { dayMs } from "../core/clock.ts";

/** A day of the wall calendar, as days since 1970-01-01. */
export type WallDay = number;

/** A day that comes every year, as `month * 100 + day`: 1225 is 25 December. */
export type YearDay = number;

/** The day of a date as `2026-12-24`; undefined where the calendar has none such. */
export function readWallDay(text: string): WallDay | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text) ?? [];
  return year === undefined ? undefined : wallDayOf(Number(year), Number(month), Number(day));
}

/** The day of a date in numbers; undefined where the calendar has none such. */
export function wallDayOf(year: number, month: number, day: number): WallDay | undefined {
  const date = new Date(0);
  // `Date.UTC` takes the years 0 to 99 for those of the twentieth century.
  date.setUTCFullYear(year, month - 1, day);
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.getTime() / dayMs : undefined;
}

/** The day of a date as `12-24`, or of `02-29`, which comes in leap years only; undefined where no year has it. */
export function readYearDay(text: string): YearDay | undefined {
  const [, month, day] = /^(\d{2})-(\d{2})$/u.exec(text) ?? [];
  // Some leap year.
  if (month === undefined || wallDayOf(2000, Number(month), Number(day)) === undefined) return undefined;
  return Number(month) * 100 + Number(day);
}

export function yearDayOf(day: WallDay): YearDay {
  const date = new Date(day * dayMs);
  return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** 0 for Monday to 6 for Sunday; 1970 began on a Thursday. */
export function weekdayOf(day: WallDay): number {
  return (((day + 3) % 7) + 7) % 7;
}
