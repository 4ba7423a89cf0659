import type { Temporal } from "temporal-polyfill";

export const frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
export type Frequency = (typeof frequencies)[number];

export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
export type Weekday = (typeof weekdays)[number];

/** A rule of recurrence that was read: the parts of an RRULE by which sessions can come again. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count?: number;
  readonly until?: Until;
  /** With a number where one is meant of a month or a year: `TU`, `1TU`, `-1FR`. */
  readonly byDay?: readonly string[];
  readonly byMonth?: readonly number[];
  readonly byMonthDay?: readonly number[];
  readonly byYearDay?: readonly number[];
  readonly byWeekNo?: readonly number[];
  readonly byHour?: readonly number[];
  readonly byMinute?: readonly number[];
  readonly bySetPos?: readonly number[];
  readonly weekStart: Weekday;
}

/** The last moment of a series, which still belongs to it: a moment, or a time on the clocks of the series' zone. */
export type Until = { readonly at: number } | { readonly local: Temporal.PlainDateTime };

/** A rule as it was read, or the first thing that is wrong with it: what it is, and what to write. */
export type ReadRule = { readonly rule: Rule } | { readonly problem: string };
