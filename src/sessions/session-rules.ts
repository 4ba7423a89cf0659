import type { BusinessCalendar } from "../business-time/calendar.ts";
import type { Rota } from "../rota/rota.ts";
import type { SeriesConfig } from "./series-config.ts";

/** All that sessions follow from. */
export interface SessionRules {
  readonly series: readonly SeriesConfig[];
  /** By name: on their closed days there are no sessions. */
  readonly calendars: ReadonlyMap<string, BusinessCalendar>;
  /** Who is on call when, for series whose host is the rota. */
  readonly rota: Rota;
}
