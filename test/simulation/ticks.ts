import { dayMs, hourMs, minuteMs } from "../../src/core/clock.ts";

/**
 * Hours of working days, in UTC, at which the app looks at its clock here: each five minutes would take long. And some
 * minutes past them: what is asked before the team's hours falls due at round times, and at such a time it would hang on
 * milliseconds whether that has come.
 */
const hoursOfTicks = [6, 9, 12, 15];
const minutesPast = 7;

/** When the app looks at its clock next, in milliseconds. On Saturdays and Sundays it does so once. */
export function nextTick(at: number): number {
  const day = at - (at % dayMs);
  const isWeekend = new Date(day).getUTCDay() % 6 === 0;
  const hours = isWeekend ? hoursOfTicks.slice(0, 1) : hoursOfTicks;
  return (
    hours.map((hour) => day + hour * hourMs + minutesPast * minuteMs).find((it) => it > at) ?? nextTick(day + dayMs)
  );
}
