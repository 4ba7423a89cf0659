import { type DayHours, roundTheClock, type WallInterval } from "./business-hours.ts";
import type { Problem, Read } from "./problem.ts";
import { readDayHours, timeOf } from "./read-day-hours.ts";

/** Hours by day or days: `mon-fri: 09:00-17:00`. `24/7` is all of them. */
export type WrittenWeek = "24/7" | Readonly<Record<string, string | readonly string[]>>;

const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const short = names.map((it) => it.slice(0, 3));

/** The hours of the seven days, Monday first. What goes on past midnight is cut there: the rest is the next day's. */
export function readWeek(written: WrittenWeek): Read<readonly DayHours[]> {
  if (written === "24/7") return { value: names.map(() => roundTheClock), problems: [] };
  const problems: Problem[] = [];
  const week = names.map((): WallInterval[] => []);
  const givenBy = new Map<number, string>();
  for (const [key, hours] of Object.entries(written)) {
    const refuse = (message: string) => problems.push({ path: [key], message });
    const days = daysOf(key);
    if (days === undefined) {
      refuse(`"${key}" is no day of the week: write \`mon\`, or \`mon-fri\` for several`);
      continue;
    }
    const twice = days.find((day) => givenBy.has(day));
    if (twice !== undefined) refuse(`${short[twice]} has its hours from \`${givenBy.get(twice)}\` already`);
    for (const day of days) givenBy.set(day, key);
    const read = readDayHours(hours);
    if ("refused" in read) refuse(read.refused);
    else if (twice === undefined) for (const day of days) put(week, day, read.intervals);
  }
  if (problems.length === 0) problems.push(...overlaps(week, givenBy));
  if (problems.length === 0 && week.every((it) => it.length === 0)) {
    problems.push({ path: [], message: "no day has hours, so time would never count; `24/7` is around the clock" });
  }
  return { value: week, problems };
}

function daysOf(key: string): number[] | undefined {
  const days = key.split(",").map((part) => {
    const ends = part.split(/[-–]/u).map(dayOf);
    const [first, last = first, ...more] = ends;
    if (first === undefined || last === undefined || more.length > 0 || ends.includes(undefined)) return undefined;
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7);
  });
  return days.every((it) => it !== undefined) ? days.flat() : undefined;
}

function dayOf(written: string): number | undefined {
  const name = written.trim().toLowerCase();
  const index = Math.max(names.indexOf(name), short.indexOf(name));
  return index === -1 ? undefined : index;
}

function put(week: readonly WallInterval[][], day: number, intervals: readonly WallInterval[]): void {
  for (const { from, to } of intervals) {
    week[day]?.push({ from, to: Math.min(to, 1440) });
    if (to > 1440) week[(day + 1) % 7]?.push({ from: 0, to: to - 1440 });
  }
  for (const it of week) it.sort((a, b) => a.from - b.from);
}

/** Where the rest of a day's hours, behind midnight, meets those of the next. */
function overlaps(week: readonly DayHours[], givenBy: ReadonlyMap<number, string>): Problem[] {
  return week.flatMap((hours, day) => {
    const second = hours.find(({ from }, index) => from < (hours[index - 1]?.to ?? 0));
    if (second === undefined) return [];
    const key = givenBy.get(day) ?? "";
    const message = `${short[day]} at ${timeOf(second.from)} is in the hours of ${short[(day + 6) % 7]} still, which go on past midnight`;
    return [{ path: [key], message }];
  });
}
