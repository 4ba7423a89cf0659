import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { alwaysOpen } from "../../business-time/always-open.ts";
import type { BusinessCalendar } from "../../business-time/calendar.ts";
import type { CalendarsConfig } from "../../business-time/calendars-config.ts";
import { calendarsOf } from "../../business-time/calendars-of.ts";
import { loadConfig, placeOf, renderProblem } from "../../config/load.ts";
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
  return createWithFile({ file, text, name, calendars: { [name]: calendar } });
}

function whichCalendar(file: string, names: readonly string[], wanted: string | undefined): string {
  const there = names.length === 0 ? "none" : names.join(", ");
  if (wanted === undefined) return `${file} has several calendars; say which one by --calendar: ${there}`;
  return `${file} has no calendar "${wanted}"; it has ${there}`;
}

interface ChosenCalendar {
  readonly file: string;
  readonly text: string;
  readonly name: string;
  readonly calendars: CalendarsConfig;
}

/** Paths in a config are from the root of the repository, where its folder `.github` lies. */
async function createWithFile({ file, text, name, calendars }: ChosenCalendar): Promise<BusinessCalendar> {
  const path = calendars[name]?.["holidays-file"];
  const folder = dirname(resolve(file));
  const root = basename(folder) === ".github" ? dirname(folder) : folder;
  const holidays = path === undefined ? undefined : await readText(join(root, path));
  if (path !== undefined && holidays === undefined) {
    const place = placeOf(text, ["calendars", name, "holidays-file"]);
    throw new Refusal(`${file}:${renderProblem({ ...place, message: `${join(root, path)} cannot be read` })}`);
  }
  const files = new Map(path === undefined || holidays === undefined ? [] : [[path, holidays]]);
  const { byName, problems } = calendarsOf(calendars, files);
  if (problems.length > 0) {
    throw new Refusal(problems.map((it) => `${join(root, it.path)}:${renderProblem(it)}`).join("\n"));
  }
  return byName.get(name) ?? alwaysOpen;
}

/** Undefined for a file that cannot be read. */
async function readText(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  });
}
