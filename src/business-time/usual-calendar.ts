import { alwaysOpen } from "./always-open.ts";
import type { BusinessCalendar } from "./calendar.ts";

/**
 * The calendar that counts where a setting names this one, or none: then it is the only one there is, or the one called
 * `default`. Without such a calendar time counts around the clock.
 */
export function usualCalendar(
  byName: ReadonlyMap<string, BusinessCalendar>,
  named: string | undefined,
): BusinessCalendar {
  const [first, ...others] = byName.keys();
  const name = named ?? (others.length === 0 ? first : "default");
  return (name === undefined ? undefined : byName.get(name)) ?? alwaysOpen;
}
