import { minuteMs } from "../core/clock.ts";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = "January, February, March, April, May, June, July, August, September, October, November, December".split(
  ", ",
);

/** A time for people anywhere, to the minute that has not passed by then: `Tuesday, 3 March 2026, 14:00 UTC`. */
export function sayTime(time: Date): string {
  const at = new Date(Math.ceil(time.getTime() / minuteMs) * minuteMs);
  const day = `${weekdays[at.getUTCDay()]}, ${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return `${day}, ${at.toISOString().slice(11, 16)} UTC`;
}

/** The same in short, for tables: `2026-03-03 14:00`. */
export function sayTimeInShort(time: Date): string {
  return time.toISOString().slice(0, 16).replace("T", " ");
}

/** With the zone's name, for people who share one: `Monday, 16 March 2026 at 09:00 (Europe/Berlin)`. */
export function sayTimeIn(timeZone: string, time: Date): string {
  const shown = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(time);
  return `${shown} (${timeZone})`;
}

/** Business time: `1 h 30 min`, `45 s`; hours are not made days, since a business day has as many as it has. */
export function saySpan(seconds: number): string {
  const whole = Math.floor(seconds);
  const [h, min, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (h === 0 && min === 0) return `${s} s`;
  return [h > 0 ? `${h} h` : "", min > 0 ? `${min} min` : ""].filter((it) => it !== "").join(" ");
}
