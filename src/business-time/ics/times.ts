import { dayMs } from "../../core/clock.ts";
import { wallDayOf } from "../wall-days.ts";
import type { ContentLine } from "./content-lines.ts";

/**
 * A time as a program wrote it. `local` is what the wall clock shows, in milliseconds as if it were UTC; `zone` is
 * `UTC`, a name of the file's own, or nothing where it is the time of whoever looks.
 */
export interface WrittenTime {
  readonly isDay: boolean;
  readonly local: number;
  readonly zone: string | undefined;
}

const written = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/iu;

/** `20261224` or `20261224T120000Z`. Some programs leave out `VALUE=DATE`: what has no time is a day. */
export function readTime(text: string, zone?: string): WrittenTime | undefined {
  const [, year, month, date, hour, minute, second = "0", utc] = written.exec(text.trim()) ?? [];
  const day = wallDayOf(Number(year), Number(month), Number(date));
  if (day === undefined) return undefined;
  if (hour === undefined) return { isDay: true, local: day * dayMs, zone: undefined };
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  return { isDay: false, local: day * dayMs + time, zone: utc === undefined ? zone : "UTC" };
}

/** The times of a property, which may be several behind commas. Of a period, its start. */
export function readTimes(line: ContentLine): readonly (WrittenTime | undefined)[] {
  const zone = line.parameters.get("TZID");
  // Programs write an empty RDATE as well.
  const parts = line.value.split(",").filter((it) => it.trim() !== "");
  return parts.map((it) => readTime(it.split("/", 1)[0] ?? "", zone));
}

const duration = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/iu;

/** `P1D` or `PT1H30M`, in milliseconds; a day has 24 hours. One that runs backwards is none. */
export function readIcsDuration(text: string): number | undefined {
  const [all, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = duration.exec(text.trim()) ?? [];
  if (all === undefined) return undefined;
  const time = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (Number(weeks) * 7 + Number(days)) * dayMs + time * 1000;
}
