import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { CalendarsConfig } from "../business-time/calendars-config.ts";
import { type Calendars, calendarsOf, holidaysFiles } from "../business-time/calendars-of.ts";
import { placeOf } from "../config/places.ts";
import { fromFile, toProblem, type ProblemInFile } from "../config/problem.ts";

/**
 * The calendars of a config with their files of holidays, whose paths are from the root of the repository: where the
 * folder `.github` lies that holds the config, or else the folder of the config. Problems name files as on this machine.
 */
export async function loadCalendars(
  file: string,
  text: string,
  calendars: CalendarsConfig,
): Promise<Pick<Calendars, "byName"> & { readonly problems: readonly ProblemInFile[] }> {
  const folder = dirname(resolve(file));
  const root = basename(folder) === ".github" ? dirname(folder) : folder;
  const files = new Map<string, string>();
  for (const path of holidaysFiles(calendars)) {
    const holidays = await readText(join(root, path));
    if (holidays !== undefined) files.set(path, holidays);
  }
  const { byName, problems } = calendarsOf(calendars, files);
  const missing = Object.entries(calendars).flatMap(([name, { "holidays-file": path }]): ProblemInFile[] => {
    if (path === undefined || files.has(path)) return [];
    const place = placeOf(text, ["calendars", name, "holidays-file"]);
    return [{ path: file, ...toProblem(place, `${join(root, path)} cannot be read`) }];
  });
  const others = problems
    .filter(({ path }) => files.has(path))
    .map((it) => fromFile({ ...it, path: join(root, it.path) }));
  return { byName, problems: [...missing, ...others] };
}

/** Undefined for a file that cannot be read. */
export async function readText(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  });
}
