import { dayMs, hourMs } from "./chances.ts";

/** Hours of working days, in UTC, at which the app looks at its clock here: each five minutes would take long. */
const hoursOfTicks = [6, 9, 12, 15];

/** When the app looks at its clock next, in milliseconds. On Saturdays and Sundays it does so once. */
export function nextTick(at: number): number {
  const day = at - (at % dayMs);
  const isWeekend = new Date(day).getUTCDay() % 6 === 0;
  const hours = isWeekend ? hoursOfTicks.slice(0, 1) : hoursOfTicks;
  return hours.map((hour) => day + hour * hourMs).find((it) => it > at) ?? nextTick(day + dayMs);
}
