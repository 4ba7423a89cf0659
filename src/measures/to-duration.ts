import type { MeasureContext, Observation } from "./measure.ts";

/** A span as an observation of the day it began, in calendar and business seconds. Times that run backwards are no time at all. */
export function toDuration(thread: number, from: Date, to: Date, { calendar }: MeasureContext): Observation {
  const end = new Date(Math.max(from.getTime(), to.getTime()));
  const value = (end.getTime() - from.getTime()) / 1000;
  return { thread, at: from, value, business: calendar.secondsBetween(from, end) };
}
