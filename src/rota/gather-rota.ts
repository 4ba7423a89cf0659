import type { BusinessCalendar } from "../business-time/calendar.ts";
import { calendarsOf, holidaysFiles } from "../business-time/calendars-of.ts";
import type { CalendarsConfig } from "../business-time/calendars-config.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import type { GitHubReads } from "../core/github-reads.ts";
import type { Rota } from "./rota.ts";
import type { RotaConfig } from "./rota-config.ts";
import { toRota } from "./to-rota.ts";

/** The rota of a config. GitHub is asked for the holidays files of its calendars, a request each, and for nothing else. */
export async function gatherRota(
  repository: RepositoryRef,
  config: RotaConfig,
  calendars: CalendarsConfig,
  github: Pick<GitHubReads, "configTexts">,
): Promise<Rota> {
  return toRota(config, await gatherCalendars(repository, ofRota(config, calendars), github));
}

/** The calendars that the rota names: no file is read for others. */
function ofRota({ layers }: RotaConfig, calendars: CalendarsConfig): CalendarsConfig {
  return Object.fromEntries(
    Object.entries(calendars).filter(([name]) => layers.some(({ calendar }) => calendar === name)),
  );
}

async function gatherCalendars(
  repository: RepositoryRef,
  config: CalendarsConfig,
  github: Pick<GitHubReads, "configTexts">,
): Promise<ReadonlyMap<string, BusinessCalendar>> {
  const files = new Map<string, string>();
  for (const path of holidaysFiles(config)) {
    const places = await github.configTexts(repository, path);
    const text = places.find((it) => it.text !== undefined)?.text;
    if (text !== undefined) files.set(path, text);
  }
  return calendarsOf(config, files).byName;
}
