import type { BusinessCalendar } from "../../src/business-time/calendar.ts";
import { calendarsOf } from "../../src/business-time/calendars-of.ts";
import { loadConfig } from "../../src/config/load.ts";

/** The calendar that a config says in YAML: all that stands below its name. */
export function calendarOf(yaml: string, files: Readonly<Record<string, string>> = {}): BusinessCalendar {
  const indented = yaml.replace(/^/gmu, "    ");
  const loaded = loadConfig(`calendars:\n  team:\n${indented}\n`);
  if ("problems" in loaded) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  const { byName, problems } = calendarsOf(loaded.config.calendars, new Map(Object.entries(files)));
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  const calendar = byName.get("team");
  if (calendar === undefined) throw new Error("no calendar");
  return calendar;
}

/** Hours from one moment to another, as the calendar counts them. */
export function hoursBetween(calendar: BusinessCalendar, from: string, to: string): number {
  return calendar.secondsBetween(new Date(from), new Date(to)) / 3600;
}
