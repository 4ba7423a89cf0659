import type { MeasureContext, Observation } from "./measure.ts";

/** A span of a thread, and in which period it counts: when it began, unless `at` says otherwise. */
interface Span {
  readonly thread: number;
  readonly from: Date;
  readonly to: Date;
  readonly at?: Date;
}

/** A span as an observation, in calendar and business seconds. Times that run backwards are no time at all. */
export function toDuration({ thread, from, to, at = from }: Span, { calendar }: MeasureContext): Observation {
  const end = new Date(Math.max(from.getTime(), to.getTime()));
  const value = (end.getTime() - from.getTime()) / 1000;
  return { thread, at, value, business: calendar.secondsBetween(from, end) };
}
