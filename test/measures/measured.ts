import type { ObservedThread, Timeline, TimelineEntry } from "../../src/core/timeline.ts";
import type { Measure, MeasureContext, Observation } from "../../src/measures/measure.ts";
import type { MeasuredThread } from "../../src/measures/measured-thread.ts";
import { at, aTimeline, splitHours } from "../helpers/timelines.ts";

/** A day after the thread of tests was opened. */
export const now = at("2026-03-03T09:00:00Z");

export const context: MeasureContext = { calendar: splitHours, now, impliedAfterDays: 7 };

/** What a test says of a thread; the rest is a question that was opened at nine, of which our records hold nothing. */
export interface GivenThread extends Partial<Omit<MeasuredThread, "timeline">> {
  readonly entries?: readonly TimelineEntry[];
  readonly timeline?: Partial<Timeline>;
  readonly observed?: Partial<ObservedThread>;
}

export function aMeasuredThread({ entries = [], timeline, observed, ...given }: GivenThread = {}): MeasuredThread {
  return { timeline: aTimeline(entries, timeline, observed), feedback: [], ...given };
}

/** What a measure observes in a thread. */
export function observe(
  measure: Measure,
  thread: GivenThread,
  given: Partial<MeasureContext> = {},
): readonly Observation[] {
  return measure.observe(aMeasuredThread(thread), { ...context, ...given });
}

/** A value of a duration, in hours. */
export const hours = ({ value }: Pick<Observation, "value">) => value / 3600;
