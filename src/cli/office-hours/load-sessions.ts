import { loadConfig } from "../../config/load.ts";
import { renderInFile, renderProblem } from "../../config/problem.ts";
import { toRota } from "../../rota/to-rota.ts";
import type { SessionRules } from "../../sessions/session-rules.ts";
import { loadCalendars } from "../load-calendars.ts";

/** The sessions of a config's text and what is wrong with files of holidays, or what is wrong with the config, a line each. */
export async function loadSessions(
  file: string,
  text: string,
): Promise<
  { readonly rules: SessionRules; readonly problems: readonly string[] } | { readonly refused: readonly string[] }
> {
  const loaded = loadConfig(text);
  if ("problems" in loaded) return { refused: loaded.problems.map((it) => `${file}:${renderProblem(it)}`) };
  const { calendars, sessions, "on-call": onCall } = loaded.config;
  const { byName, problems } = await loadCalendars(file, text, calendars);
  return {
    rules: { series: sessions, calendars: byName, rota: toRota(onCall, byName) },
    problems: problems.map(renderInFile),
  };
}
