import type { CalendarsConfig } from "../business-time/calendars-config.ts";
import { gatherCalendars } from "../business-time/gather-calendars.ts";
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
  const names = config.layers.map(({ calendar }) => calendar);
  return toRota(config, await gatherCalendars(repository, calendars, names, github));
}
