import type { RepositoryRef } from "../core/discussion.ts";
import type { GitHubReads } from "../core/github-reads.ts";
import type { BusinessCalendar } from "./calendar.ts";
import { calendarsOf, holidaysFiles } from "./calendars-of.ts";
import type { CalendarsConfig } from "./calendars-config.ts";

type ReadsConfigTexts = Pick<GitHubReads, "configTexts">;

/** The calendars of a config that have these names: no holidays file is read for others, and for each that is, one request is made. */
export async function gatherCalendars(
  repository: RepositoryRef,
  config: CalendarsConfig,
  names: readonly (string | undefined)[],
  github: ReadsConfigTexts,
): Promise<ReadonlyMap<string, BusinessCalendar>> {
  const named = Object.fromEntries(Object.entries(config).filter(([name]) => names.includes(name)));
  return calendarsOf(named, await readHolidaysFiles(repository, holidaysFiles(named), github)).byName;
}

/**
 * Texts of holidays files by their paths, as of the default branch; those that are missing are left out. Of two places
 * where a config may stand, that of the repository itself comes first, and what not everybody who reads the repository
 * may read is not read.
 */
export async function readHolidaysFiles(
  repository: RepositoryRef,
  paths: readonly string[],
  github: ReadsConfigTexts,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const path of paths.toSorted()) {
    const places = await github.configTexts(repository, path);
    const text = places.find((it) => it.isShown && it.text !== undefined)?.text;
    if (text !== undefined) files.set(path, text);
  }
  return files;
}
