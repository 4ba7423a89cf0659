import type { WallInterval } from "./business-hours.ts";

/** Intervals of a day as written. One that goes on past midnight ends behind 1440. */
export type ReadDayHours = { readonly intervals: readonly WallInterval[] } | { readonly refused: string };

const form = "write hours as `09:00-17:00`, with two digits, and several as a list";
const time = /^(\d{2}):(\d{2})$/u;

/** Hours of a day: `09:00-17:00`, or several in a list or behind commas. In order of time. */
export function readDayHours(written: string | readonly string[]): ReadDayHours {
  const parts = (typeof written === "string" ? [written] : written)
    .flatMap((it) => it.split(","))
    .map((it) => it.trim());
  const intervals: WallInterval[] = [];
  for (const part of parts) {
    const [start, end, ...more] = part.split(/[-–]/u).map((it) => it.trim());
    const from = minutesOf(start);
    const to = minutesOf(end);
    if (from === undefined || to === undefined || more.length > 0)
      return { refused: `"${part}" is no time of a day: ${form}` };
    if (from === 1440 || from === to) return { refused: `"${part}" is empty; a whole day is \`00:00-24:00\`` };
    intervals.push({ from, to: to > from ? to : to + 1440 });
  }
  intervals.sort((a, b) => a.from - b.from);
  const overlapping = intervals.find(({ from }, index) => from < (intervals[index - 1]?.to ?? 0));
  if (overlapping === undefined) return { intervals };
  return { refused: `the hours overlap at ${timeOf(overlapping.from)}; each minute stands in one of them` };
}

/** `09:00` for 540. */
export function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((it) => String(it).padStart(2, "0")).join(":");
}

/** Minutes since midnight; `24:00` is the end of a day. */
function minutesOf(text = ""): number | undefined {
  const [, hour, minute] = time.exec(text) ?? [];
  if (hour === undefined || minute === undefined || Number(minute) > 59) return undefined;
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= 1440 ? minutes : undefined;
}
