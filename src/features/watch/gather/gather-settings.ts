import { holidaysFiles, type Calendars } from "../../../business-time/calendars-of.ts";
import { readHolidaysFiles } from "../../../business-time/gather-calendars.ts";
import type { SharedSettings } from "../../../config/shared.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { fnv1a } from "../../../text/fnv.ts";
import { calendarsInForce, type CalendarFiles } from "../clocks/calendars-in-force.ts";
import type { WatchConfig } from "../config.ts";
import type { ReadsWithWatch } from "./reads-with-watch.ts";

/** Of what is kept of a thread. A new number has all of them reckoned anew, from our own records; 2: with all their clocks. */
const recordFormat = 2;

/** By what the clocks of a repository are reckoned. */
export interface WatchSettings {
  readonly calendars: Calendars;
  /** Tells these settings from others. */
  readonly digest: string;
  /** Digest of the settings of last time; undefined before the watch began. */
  readonly before: string | undefined;
  /** All files, where they are others than those that are kept. */
  readonly read?: CalendarFiles;
}

/**
 * Settings with the files that they name, as they were last read. `anew`: when they may have changed. 1 point for each
 * file that is read; none when all are known.
 */
export async function gatherSettings(
  repository: RepositoryRef,
  { config, shared, reads }: { config: WatchConfig; shared: SharedSettings; reads: ReadsWithWatch },
  anew = false,
): Promise<WatchSettings> {
  const paths = holidaysFiles(shared.calendars).toSorted();
  const [kept, before] = await Promise.all([
    reads.watch.calendarFiles(repository),
    reads.watch.watchDigest(repository),
  ]);
  const isKnown = !anew && paths.every((path) => kept.has(path)) && kept.size === paths.length;
  const files = isKnown ? kept : await readFiles(repository, paths, reads);
  const calendars = calendarsInForce(shared.calendars, files);
  const digest = String(fnv1a(JSON.stringify([recordFormat, config, shared.calendars, [...files]])));
  return { calendars, digest, before, ...(!isSame(files, kept) && { read: files }) };
}

function isSame(one: CalendarFiles, other: CalendarFiles): boolean {
  return one.size === other.size && [...one].every(([path, text]) => other.get(path) === text);
}

/** A file that is missing is known to be. */
async function readFiles(
  repository: RepositoryRef,
  paths: readonly string[],
  { github }: Pick<ReadsWithWatch, "github">,
): Promise<CalendarFiles> {
  const texts = await readHolidaysFiles(repository, paths, github);
  return new Map(paths.map((path) => [path, texts.get(path) ?? null]));
}
