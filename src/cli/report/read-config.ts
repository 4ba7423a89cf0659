import { alwaysOpen } from "../../business-time/always-open.ts";
import type { BusinessCalendar } from "../../business-time/calendar.ts";
import type { Calendars } from "../../business-time/calendars-of.ts";
import { usualCalendar } from "../../business-time/usual-calendar.ts";
import { loadConfig } from "../../config/load.ts";
import type { WatchConfig } from "../../features/watch/config.ts";
import { loadCalendars, readText } from "../load-calendars.ts";
import { renderInFile } from "../../config/problem.ts";
import { ReportRefusal } from "./report-refusal.ts";

/** By what an export is measured. */
export interface ReportSettings {
  readonly calendar: BusinessCalendar;
  /** Of the watch, where a config is named. */
  readonly watched?: { readonly config: WatchConfig; readonly calendars: Calendars };
}

/** What a config file says; around the clock, without a watch, where none is named. Rejects with `ReportRefusal`. */
export async function readConfig(file: string | undefined): Promise<ReportSettings> {
  if (file === undefined) return { calendar: alwaysOpen };
  const text = await readText(file);
  if (text === undefined) throw new ReportRefusal(`${file} cannot be read.`);
  const loaded = loadConfig(text);
  if ("problems" in loaded) {
    throw new ReportRefusal(loaded.problems.map((it) => renderInFile({ path: file, ...it })).join("\n"));
  }
  const { watch, calendars: written } = loaded.config;
  const calendars = await loadCalendars(file, text, written);
  if (calendars.problems.length > 0) throw new ReportRefusal(calendars.problems.map(renderInFile).join("\n"));
  return { calendar: usualCalendar(calendars.byName, watch.calendar), watched: { config: watch, calendars } };
}
