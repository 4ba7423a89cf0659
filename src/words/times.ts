import { minuteMs } from "../core/clock.ts";
import type { Language, Text } from "../core/language.ts";
import { sayTime } from "../text/say-time.ts";
import { say } from "./messages/words.ts";

/*
 * Times and days as messages say them. English has the forms of `src/text/say-time.ts`, which pages and the
 * command line share.
 */

/** `Tuesday, 3 March 2026, 14:00 UTC`, to the minute that has not passed by then. */
export function timeInUtc(time: Date): Text {
  const at = new Date(Math.ceil(time.getTime() / minuteMs) * minuteMs);
  return ({ language }) =>
    language === "en" ? sayTime(time) : `${formatted(language, at, { ...longTime, timeZone: "UTC" })}（UTC）`;
}

/** `Monday, 16 March 2026 at 09:00 (Europe/Berlin)`. */
export function timeIn(timeZone: string, time: Date): Text {
  const said: Text = ({ language }) => formatted(language, time, { ...longTime, timeZone });
  return say("time.in-zone", { time: said, zone: timeZone });
}

/** `2 Mar 2026, 14:00 UTC`, for lists. */
export function shortTimeIn(timeZone: string, time: Date): Text {
  return ({ language }) => formatted(language, time, { ...shortTime, timeZone, timeZoneName: "short" });
}

/** `2 March 2026 (UTC)`: as people read a day anywhere. */
export function dayInUtc(at: Date): Text {
  return say("day.in-utc", { day: plainDay(at) });
}

/** `15 December 2026`, of a day or a time. */
export function plainDay(at: Date): Text {
  return ({ language }) => formatted(language, at, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

const longTime = {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;
const shortTime = { ...longTime, weekday: undefined, month: "short" } as const;

/** English days stand before their months, as in the other forms. */
const tags: Readonly<Record<Language, string>> = { en: "en-GB", "zh-CN": "zh-CN" };

/** By language and options: making one takes longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatted(language: Language, time: Date, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([language, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tags[language], options);
  formats.set(key, known);
  return known.format(time);
}
