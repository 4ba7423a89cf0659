import { weekBefore, type Period } from "../business-time/periods.ts";

/** A quarter: fewer weeks show no course. */
const minWeeks = 13;

/**
 * The weeks of which a report draws a course, the first one first: whole ISO weeks by the clocks of a zone that are over at
 * the end of the period; those of the period, and as many before it as make a quarter.
 */
export function weeksOf({ from, to }: Period, timeZone: string): readonly Period[] {
  const weeks: Period[] = [];
  for (let end = to; weeks.length < minWeeks || end > from;) {
    const week = weekBefore(end, timeZone);
    weeks.unshift(week);
    end = week.from;
  }
  return weeks;
}
