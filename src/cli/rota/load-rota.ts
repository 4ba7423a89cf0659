import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { BusinessCalendar } from "../../business-time/calendar.ts";
import { calendarsOf, holidaysFiles } from "../../business-time/calendars-of.ts";
import { loadConfig, renderProblem } from "../../config/load.ts";
import { toRota } from "../../features/on-call/rota/to-rota.ts";
import type { Rota } from "../../rota/rota.ts";

/** A rota as it stands in a config, and what it is shown in. */
export interface LoadedRota {
  readonly rota: Rota;
  readonly timeZone: string;
  /** In whose hours somebody should be on call. */
  readonly hours: BusinessCalendar | undefined;
  /** What is wrong with files of holidays, a line each. */
  readonly problems: readonly string[];
}

/** The rota of a config's text, or what is wrong with it as `file:line:column message`. */
export async function loadRota(
  file: string,
  text: string,
): Promise<{ readonly loaded: LoadedRota } | { readonly refused: readonly string[] }> {
  const loaded = loadConfig(text);
  if ("problems" in loaded) return { refused: loaded.problems.map((it) => `${file}:${renderProblem(it)}`) };
  const { calendars, "on-call": onCall } = loaded.config;
  const { byName, problems } = calendarsOf(calendars, await readFiles(file, holidaysFiles(calendars)));
  return {
    loaded: {
      rota: toRota(onCall, byName),
      timeZone: onCall.timezone,
      hours: onCall.calendar === undefined ? undefined : byName.get(onCall.calendar),
      problems: problems.map(({ path, ...it }) => `${path}:${renderProblem(it)}`),
    },
  };
}

/** The files that there are. Their paths begin at the root of the repository, in whose `.github` the config mostly is. */
async function readFiles(config: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const folder = dirname(config);
  for (const path of paths) {
    for (const root of [folder, join(folder, "..")]) {
      // One that is not there is told as a problem of its calendar.
      const text = await readFile(join(root, path), "utf8").catch(() => undefined);
      if (text !== undefined && !files.has(path)) files.set(path, text);
    }
  }
  return files;
}
