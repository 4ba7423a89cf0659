/**
 * Business hours of a place: when time counts. All spans are seconds; `to` is not part of a span. Pure: the same
 * questions have the same answers, whatever the machine's own time zone.
 */
export interface BusinessCalendar {
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Business seconds of the span from `from` to `to`; 0 where it is empty or runs backwards. */
  secondsBetween(from: Date, to: Date): number;
  /**
   * The first moment at which so many business seconds have passed since `from`. With 0 or less: `from` itself. Throws a
   * `RangeError` where that is more than 200 years ahead.
   */
  addSeconds(from: Date, seconds: number): Date;
  isOpenAt(at: Date): boolean;
  /** `at` itself when it is open then, else when it opens next; undefined where it never does (within ten years). */
  nextOpening(at: Date): Date | undefined;
}
