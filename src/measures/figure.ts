/** How long things took. Seconds. */
export interface Spread {
  readonly median: number;
  readonly p90: number;
  readonly mean: number;
}

/** What a measure comes to. Whatever does not belong to its unit is null. */
export interface MeasuredFigure {
  /** How many it is made of: durations, hits of a share, what is counted. */
  readonly n: number;
  /** Of a share: the denominator. */
  readonly of: number | null;
  /** Of a share: n / of; null where there is no denominator, or it is too small to tell. */
  readonly share: number | null;
  /** Of a duration: in calendar time and in business hours; null where there is none. */
  readonly calendar: Spread | null;
  readonly business: Spread | null;
}
