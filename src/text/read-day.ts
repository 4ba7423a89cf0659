import type { Text } from "../core/language.ts";
import { say } from "../words/messages/words.ts";
import { dayMs } from "../core/clock.ts";
import { halfWidth } from "./half-width.ts";

/** A day of the calendar, or why a text is none. */
export type ReadDay = { readonly day: string } | { readonly refused: Text };

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/**
 * A day as `2026-12-15`. Words that depend on when and where one reads them are refused with the day they probably
 * mean. So is a day that is over everywhere on earth at `now`.
 */
export function readDay(written: string, now: Date): ReadDay {
  const text = halfWidth(written);
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || date === undefined) return { refused: whyNoDay(text, now) };
  const time = new Date(`${year}-${month}-${date}T12:00:00Z`);
  // JavaScript takes 30 February for 2 March.
  if (Number.isNaN(time.getTime()) || isoDay(time) !== text.trim()) {
    return { refused: say("day.not-in-calendar", { day: text.trim() }) };
  }
  // The last place where a day ends is twelve hours behind UTC.
  const first = isoDay(new Date(now.getTime() - dayMs / 2));
  return text.trim() < first ? { refused: say("day.over", { day: text.trim() }) } : { day: text.trim() };
}

function whyNoDay(text: string, now: Date): Text {
  const meant = meantBy(text.trim().toLowerCase(), now);
  return meant === undefined ? say("day.format") : say("day.meant", { day: isoDay(meant) });
}

function meantBy(words: string, now: Date): Date | undefined {
  const on = (days: number) => new Date(now.getTime() + days * dayMs);
  if (words === "today") return on(0);
  if (words === "tomorrow") return on(1);
  const [, count, unit] = /^(?:in )?(\d{1,3}) ?(day|week|month)s?$/u.exec(words) ?? [];
  if (count !== undefined) return on(Number(count) * (unit === "day" ? 1 : unit === "week" ? 7 : 30));
  const [, next, other] = /^(next )?(\p{L}+)$/u.exec(words) ?? [];
  if (next !== undefined && other === "week") return on(7);
  if (next !== undefined && other === "month") return on(30);
  const weekday = weekdays.indexOf(other ?? "");
  return weekday === -1 ? undefined : on((weekday - now.getUTCDay() + 7) % 7 || 7);
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
