import { Temporal } from "temporal-polyfill";

export const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The length of a turn, `2 weeks`. */
export function readRotation(text: string): { readonly unit: "day" | "week"; readonly days: number } | undefined {
  const [, count = "1", unit] = /^(?:([1-9]\d?) )?(day|week)s?$/u.exec(text) ?? [];
  if (unit !== "day" && unit !== "week") return undefined;
  return { unit, days: Number(count) * (unit === "week" ? 7 : 1) };
}

/** `Monday 09:00`, `mon 9:00` or `09:00`; weekdays count from 1, which is Monday. */
export function handoverIn(text: string): { readonly weekday?: number; readonly time: string } | undefined {
  const [, name, hour = "", minute = ""] = /^(?:(\p{L}{3,9}) )?(\d{1,2}):(\d{2})$/u.exec(text) ?? [];
  if (hour === "" || Number(hour) > 23 || Number(minute) > 59) return undefined;
  const time = `${hour.padStart(2, "0")}:${minute}`;
  if (name === undefined) return { time };
  const weekday = weekdayNames.findIndex((it) =>
    [it, it.slice(0, 3)].some((one) => one.toLowerCase() === name.toLowerCase()),
  );
  return weekday === -1 ? undefined : { weekday: weekday + 1, time };
}

/** A day that there is, `2026-01-05`. */
export function readDate(text: string): Temporal.PlainDate | undefined {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? tryRead(() => Temporal.PlainDate.from(text)) : undefined;
}

/** A day with or without a time, `2026-08-03 09:00`; `isDay` where it has none. */
export function readLocalTime(
  text: string,
): { readonly time: Temporal.PlainDateTime; readonly isDay: boolean } | undefined {
  const day = readDate(text);
  if (day) return { time: day.toPlainDateTime(), isDay: true };
  const [, date, hour = "", minute] = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})$/u.exec(text) ?? [];
  if (date === undefined) return undefined;
  const time = tryRead(() => Temporal.PlainDateTime.from(`${date}T${hour.padStart(2, "0")}:${minute}`));
  return time && { time, isDay: false };
}

function tryRead<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    // What does not exist, such as 30 February.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
