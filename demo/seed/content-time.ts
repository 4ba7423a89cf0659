import { z } from "zod";

const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000 } as const;
const weekMs = 7 * unitMs.d;
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A length of time in days, hours and minutes, such as `41d 6h`; negative for the other direction. Milliseconds. */
export const age = z.string().transform((text, context) => {
  const parts = [...text.matchAll(/(?<!\d)(\d+)(d|h|m)/gu)];
  if (parts.length === 0) context.addIssue(`"${text}" is no length of time such as "3d 4h"`);
  const sum = parts.reduce((total, [, count, unit]) => total + Number(count) * unitMs[unit as keyof typeof unitMs], 0);
  return text.startsWith("-") ? -sum : sum;
});

/**
 * A time of a week that is over, such as `12 Tue 09:40`: how many weeks ago, weekday, and UTC. So that working days stay
 * working days whenever the demo is started. Milliseconds before the Monday of the present week.
 */
export const timeOfWeek = z.string().transform((text, context) => {
  const [, weeks, day = "", hours, minutes] = /^(\d+) (\w{3}) (\d{2}):(\d{2})$/u.exec(text) ?? [];
  if (!weekdays.includes(day)) context.addIssue(`"${text}" is no time of a week such as "12 Tue 09:40"`);
  const intoWeek = weekdays.indexOf(day) * unitMs.d + Number(hours) * unitMs.h + Number(minutes) * unitMs.m;
  return Number(weeks) * weekMs - intoWeek;
});

/** Midnight (UTC) at the start of a day's week. */
export function mondayOf(day: Date): Date {
  const midnight = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
  return new Date(midnight - ((day.getUTCDay() + 6) % 7) * unitMs.d);
}
