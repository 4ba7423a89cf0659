import { alwaysOpen } from "../../business-time/always-open.ts";
import type { BusinessCalendar } from "../../business-time/calendar.ts";
import { loadConfig } from "../../config/load.ts";
import { renderInFile, renderProblem } from "../../config/problem.ts";
import { loadCalendars, readText } from "../load-calendars.ts";
import { Refusal } from "./refusal.ts";

/** The calendar of a config file that is wanted: by its name, or the only one, or `default`. Without any, all time counts. */
export async function readCalendar(file: string, wanted: string | undefined): Promise<BusinessCalendar> {
  const text = await readText(file);
  if (text === undefined) throw new Refusal(`${file} cannot be read`);
  const loaded = loadConfig(text);
  if ("problems" in loaded) throw new Refusal(loaded.problems.map((it) => `${file}:${renderProblem(it)}`).join("\n"));
  const { calendars } = loaded.config;
  const names = Object.keys(calendars);
  if (names.length === 0 && wanted === undefined) return alwaysOpen;
  const name = wanted ?? (names.length === 1 ? names[0] : names.find((it) => it === "default"));
  const calendar = name !== undefined && Object.hasOwn(calendars, name) ? calendars[name] : undefined;
  if (name === undefined || calendar === undefined) throw new Refusal(whichCalendar(file, names, wanted));
  const { byName, problems } = await loadCalendars(file, text, { [name]: calendar });
  if (problems.length > 0) throw new Refusal(problems.map(renderInFile).join("\n"));
  return byName.get(name) ?? alwaysOpen;
}

function whichCalendar(file: string, names: readonly string[], wanted: string | undefined): string {
  const there = names.length === 0 ? "none" : names.join(", ");
  if (wanted === undefined) return `${file} has several calendars; say which one by --calendar: ${there}`;
  return `${file} has no calendar "${wanted}"; it has ${there}`;
}
