import type { WallDay, YearDay } from "./wall-days.ts";

/** A part of a day by the wall clock, in minutes since midnight: `0 <= from < to <= 1440`. */
export interface WallInterval {
  readonly from: number;
  readonly to: number;
}

/** When a day is open: in order, without overlaps. None for a day that is closed. */
export type DayHours = readonly WallInterval[];

/** Days with hours of their own, first and last included. A holiday has none. */
export type Exception =
  | { readonly every: "once"; readonly first: WallDay; readonly last: WallDay; readonly hours: DayHours }
  /** `first` is behind `last` where the days go over the turn of the year. */
  | { readonly every: "year"; readonly first: YearDay; readonly last: YearDay; readonly hours: DayHours };

/** A span of time, in milliseconds since 1970; `to` is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a file of holidays takes away: whole days by the wall calendar, and parts of days. */
export interface Closures {
  readonly days: readonly WallDay[];
  readonly spans: readonly Span[];
}

/** All that a calendar is made of. */
export interface BusinessHours {
  /** IANA name. */
  readonly timeZone: string;
  /** Seven, Monday first. */
  readonly week: readonly DayHours[];
  /** What is more exact holds: one day before several, days of one year before those of every year. */
  readonly exceptions: readonly Exception[];
  /** Holds where no exception does. */
  readonly closures: Closures;
}

/** A whole day. */
export const roundTheClock: DayHours = [{ from: 0, to: 1440 }];
