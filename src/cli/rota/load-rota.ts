import type { BusinessCalendar } from "../../business-time/calendar.ts";
import { loadConfig } from "../../config/load.ts";
import { renderInFile, renderProblem } from "../../config/problem.ts";
import { toRota } from "../../rota/to-rota.ts";
import type { Rota } from "../../rota/rota.ts";
import { loadCalendars } from "../load-calendars.ts";

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
  const { byName, problems } = await loadCalendars(file, text, calendars);
  return {
    loaded: {
      rota: toRota(onCall, byName),
      timeZone: onCall.timezone,
      hours: onCall.calendar === undefined ? undefined : byName.get(onCall.calendar),
      problems: problems.map(renderInFile),
    },
  };
}
