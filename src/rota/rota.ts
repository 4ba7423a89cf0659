import type { BusinessCalendar } from "../business-time/calendar.ts";

/** Who is on call, as it is written down: layers in the order of their precedence, and what differs from them. */
export interface Rota {
  readonly layers: readonly Layer[];
  readonly covers: readonly Cover[];
}

/** People who take turns, or a team as a whole. */
export interface Layer {
  readonly name: string;
  /** Logins in the order of their turns; the first one begins at `start`. Empty for a team. */
  readonly people: readonly string[];
  /** Slug of the team that is on call as a whole. */
  readonly team?: string;
  /** IANA name of the zone in which `start` and `handover` are meant. */
  readonly timeZone: string;
  /** Days by their dates, not spans of 24 hours: a handover at nine is at nine in summer and in winter. */
  readonly turnDays: number;
  /**
   * Whether a day, from handover to handover, counts only if the calendar opens in it. Else people whose turns always
   * fall on weekends would have none: target/goalert#55, target/goalert#4447, OneUptime/oneuptime#2413.
   */
  readonly skipsClosedDays?: boolean;
  /** Day of the first handover, as `2026-01-05`. Before it nobody of the layer is on call. */
  readonly start: string;
  /** Time of day of each handover, as `09:00`. */
  readonly handover: string;
  /** Hours in which the layer is on call, holidays left out. Missing: around the clock. */
  readonly calendar?: BusinessCalendar;
}

/** Somebody takes the place of whoever would be on call, from `from` until `to` (left out). */
export interface Cover {
  readonly who: string;
  readonly from: Date;
  readonly to: Date;
  /** Only the shifts of this person are covered, with their hours. */
  readonly for?: string;
  /** Only the shifts of this layer are covered, with their hours. */
  readonly layer?: string;
}

/** Time from `from` until `to` (left out). */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}
