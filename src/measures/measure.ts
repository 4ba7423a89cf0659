import type { BusinessCalendar } from "../business-time/calendar.ts";
import type { MeasuredItem, MeasuredThread } from "./measured-thread.ts";

/**
 * What a measure tells. `duration`: seconds, told as median, p90 and n in calendar and business hours. `share`: how many of
 * how many. `count`: how many.
 */
export type MeasureUnit = "duration" | "share" | "count";

/** What a measure sees in one thread. Any figure is made of these, so any figure opens down to its threads. */
export interface Observation {
  /** Number of the thread. */
  readonly thread: number;
  /** Which period it counts in. */
  readonly at: Date;
  /** Of a duration: calendar seconds. Of a share: 1 if it counts and 0 if it only is among those that could. Of a count: 1, or more. */
  readonly value: number;
  /** Of a duration: seconds in business hours. */
  readonly business?: number;
  /** What it is counted under beside what its thread has, such as a clock, a tier, a state, a FAQ entry. */
  readonly part?: string;
}

/** By what a measure reckons. */
export interface MeasureContext {
  /** Of the default calendar of the repository. */
  readonly calendar: BusinessCalendar;
  readonly now: Date;
  /** How many days without a word make a deflection implied. */
  readonly impliedAfterDays: number;
  /** Entries of the FAQ: those that were never suggested are listed with no hits. */
  readonly faqEntries?: readonly Pick<MeasuredItem, "id" | "title" | "url">[];
}

/** How many days without a word make a deflection implied, unless somebody says otherwise. */
export const usualImpliedDays = 7;

/** One way to measure support. One file a measure; docs/reference/metrics.md is made of their words. */
export interface Measure {
  /** In kebab-case, as it stands in JSON and in addresses. */
  readonly name: string;
  readonly title: string;
  readonly unit: MeasureUnit;
  /** What exactly it is, in full sentences: what starts it, what ends it, who counts, what is left out. Markdown. */
  readonly definition: string;
  /** Where the definition comes from or what it avoids: a link or a thread (`owner/repo#N`). */
  readonly source: string;
  /** Whether less is better, more is better, or neither. */
  readonly better: "less" | "more" | "neither";
  /** Which period it counts in, as a clause: "when it was opened". */
  readonly dated: string;
  /**
   * It tells how things stand now, of discussions of the period: those of an earlier one have had more time, and the two
   * are not to be compared.
   */
  readonly isAsOfNow?: true;
  /**
   * It is made of what our own records alone hold, such as what was reopened: an export would tell that there was none, so
   * it tells nothing of it.
   */
  readonly needsRecords?: true;
  /** What the parts of its observations are, where they have any: "clock". */
  readonly parts?: string;
  /** With fewer than this, no figure is told: field rule for satisfaction. */
  readonly hiddenBelow?: number;
  observe(thread: MeasuredThread, context: MeasureContext): readonly Observation[];
}

/** Keeps the types together. */
export function measure(it: Measure): Measure {
  return it;
}
