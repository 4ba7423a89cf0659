import type { CalendarsConfig } from "../business-time/calendars-config.ts";
import { gatherCalendars } from "../business-time/gather-calendars.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import type { GitHubReads } from "../core/github-reads.ts";
import { gatherRota } from "../rota/gather-rota.ts";
import type { RotaConfig } from "../rota/rota-config.ts";
import type { SessionRules } from "./session-rules.ts";
import type { SessionsConfig } from "./sessions-config.ts";

/** The parts of a config that sessions follow from. */
export interface SessionSettings {
  readonly sessions: SessionsConfig;
  readonly calendars: CalendarsConfig;
  readonly "on-call": RotaConfig;
}

/** What sessions follow from. GitHub is asked for the holidays files of calendars that are named, a request each, and for nothing else. */
export async function gatherSessions(
  repository: RepositoryRef,
  { sessions, calendars, "on-call": rota }: SessionSettings,
  github: Pick<GitHubReads, "configTexts">,
): Promise<SessionRules> {
  const names = sessions.map(({ calendar }) => calendar);
  const isByRota = sessions.some(({ host }) => host === "rota");
  return {
    series: sessions,
    calendars: await gatherCalendars(repository, calendars, names, github),
    rota: isByRota ? await gatherRota(repository, rota, calendars, github) : { layers: [], covers: [] },
  };
}
