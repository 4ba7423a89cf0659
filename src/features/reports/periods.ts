import { monthBefore, weekBefore, type Period } from "../../business-time/periods.ts";
import type { SharedSettings } from "../../config/shared.ts";
import { dayMs } from "../../core/clock.ts";

type Every = "week" | "month";

/** The last whole week or month at a moment, by the clocks of a zone. */
export function lastPeriod(every: Every, at: Date, timeZone: string): Period {
  return every === "week" ? weekBefore(at, timeZone) : monthBefore(at, timeZone);
}

/** When the period behind one is over: half a day within the one that follows it, whatever its length. */
export function nextEnd(every: Every, { to }: Period, timeZone: string): Date {
  const within = new Date(to.getTime() + (every === "week" ? 7.5 : 31.5) * dayMs);
  return lastPeriod(every, within, timeZone).to;
}

/** By whose clocks weeks and months begin: those of the calendar that is the only one, or called `default`; else UTC. */
export function zoneOf({ calendars }: Pick<SharedSettings, "calendars">): string {
  const [only, ...others] = Object.keys(calendars);
  const name = others.length === 0 ? (only ?? "default") : "default";
  return Object.hasOwn(calendars, name) ? (calendars[name]?.timezone ?? "UTC") : "UTC";
}
