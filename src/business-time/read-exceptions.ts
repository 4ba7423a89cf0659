import type { DayHours, Exception } from "./business-hours.ts";
import type { Problem, Read } from "./problem.ts";
import { readDayHours } from "./read-day-hours.ts";
import { readWallDay, readYearDay } from "./wall-days.ts";

/** A holiday, or a day with hours of its own. */
export type WrittenException =
  string | { readonly date: string; readonly hours?: string | readonly string[] | undefined };

const form =
  "write a date as `2026-12-24`, one of every year as `12-24`, and several days as `2026-12-24..2027-01-01` or `12-24..01-01`";

/** Of a range: longer than any holiday, so a year was mistyped. */
const maxDays = 366;

/** Exceptions as written in a list. */
export function readExceptions(written: readonly WrittenException[]): Read<readonly Exception[]> {
  const problems: Problem[] = [];
  const value: Exception[] = [];
  for (const [index, it] of written.entries()) {
    const { date, hours } = typeof it === "string" ? { date: it } : it;
    const inMapping = (key: string) => (typeof it === "string" ? [index] : [index, key]);
    const days = readDays(date);
    const read = hours === undefined ? { hours: [] } : readHours(hours);
    if ("refused" in days) problems.push({ path: inMapping("date"), message: days.refused });
    if ("refused" in read) problems.push({ path: inMapping("hours"), message: read.refused });
    if ("refused" in days || "refused" in read) continue;
    const exception: Exception = { ...days, ...read };
    const other = value.find((them) => isSameDays(them, exception) && !isSameHours(them, exception));
    if (other === undefined) value.push(exception);
    else problems.push({ path: inMapping("date"), message: `${date} stands here twice, with different hours` });
  }
  return { value, problems };
}

type Days = Pick<Exception, "every" | "first" | "last">;

function readDays(text: string): Days | { readonly refused: string } {
  const [start = "", end, ...more] = text.split("..").map((it) => it.trim());
  if (more.length > 0) return { refused: `"${text}" is no date: ${form}` };
  for (const [every, read] of [
    ["once", readWallDay],
    ["year", readYearDay],
  ] as const) {
    const first = read(start);
    const last = end === undefined ? first : read(end);
    if (first === undefined || last === undefined) continue;
    if (every === "once" && last < first) return { refused: `${text} ends before it begins` };
    if (every === "once" && last - first > maxDays) return { refused: `${text} is longer than a year` };
    return { every, first, last };
  }
  const missing = [start, end].find((it) => it !== undefined && isWritten(it) && !isThere(it));
  return {
    refused: missing === undefined ? `"${text}" is no date: ${form}` : `there is no ${missing} in the calendar`,
  };
}

function isWritten(text: string): boolean {
  return /^(?:\d{4}-)?\d{2}-\d{2}$/u.test(text);
}

function isThere(text: string): boolean {
  return readWallDay(text) !== undefined || readYearDay(text) !== undefined;
}

/** Hours of single days end with the day: what follows is not theirs. */
function readHours(written: string | readonly string[]): { readonly hours: DayHours } | { readonly refused: string } {
  const read = readDayHours(written);
  if ("refused" in read) return read;
  if (read.intervals.every(({ to }) => to <= 1440)) return { hours: read.intervals };
  return { refused: "the hours of one day end at `24:00`; write what is behind midnight at the next date" };
}

function isSameDays(a: Days, b: Days): boolean {
  return a.every === b.every && a.first === b.first && a.last === b.last;
}

function isSameHours(a: Exception, b: Exception): boolean {
  return JSON.stringify(a.hours) === JSON.stringify(b.hours);
}
