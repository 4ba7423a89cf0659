import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { CalendarsConfig } from "../business-time/calendars-config.ts";
import { type Calendars, calendarsOf, type FileProblem, holidaysFiles } from "../business-time/calendars-of.ts";
import { placeOf } from "../config/load.ts";

/**
 * The calendars of a config with their files of holidays, whose paths are from the root of the repository: where the
 * folder `.github` lies that holds the config, or else the folder of the config. Problems name files as on this machine.
 */
export async function loadCalendars(file: string, text: string, calendars: CalendarsConfig): Promise<Calendars> {
  const folder = dirname(resolve(file));
  const root = basename(folder) === ".github" ? dirname(folder) : folder;
  const files = new Map<string, string>();
  for (const path of holidaysFiles(calendars)) {
    const holidays = await readText(join(root, path));
    if (holidays !== undefined) files.set(path, holidays);
  }
  const { byName, problems } = calendarsOf(calendars, files);
  const missing = Object.entries(calendars).flatMap(([name, { "holidays-file": path }]): FileProblem[] => {
    if (path === undefined || files.has(path)) return [];
    const place = placeOf(text, ["calendars", name, "holidays-file"]);
    return [{ path: file, ...place, message: `${join(root, path)} cannot be read` }];
  });
  const others = problems.filter(({ path }) => files.has(path)).map((it) => ({ ...it, path: join(root, it.path) }));
  return { byName, problems: [...missing, ...others] };
}

/** Undefined for a file that cannot be read. */
export async function readText(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  });
}

/** `holidays.ics:5:18 "2014930" is no date, …` */
export function renderFileProblem({ path, line, column, message }: FileProblem): string {
  return `${path}:${line}:${column} ${message}`;
}
