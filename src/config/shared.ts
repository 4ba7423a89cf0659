import { z } from "zod";
import { languages } from "../core/language.ts";
import type { LanguageSettings } from "../words/locale-of.ts";
import { WordsConfig } from "./words-config.ts";
import { CalendarsConfig } from "../business-time/calendars-config.ts";
import type { RotaConfig } from "../rota/rota-config.ts";
import { SessionsConfig } from "../sessions/sessions-config.ts";
import { DashboardConfig } from "./dashboard-config.ts";
import { Duration, secondsOf } from "../business-time/duration.ts";

/** Settings that more than one feature keeps to. They stand at the top of the config, and belong to no feature. */
export const sharedSettings = {
  language: z
    .enum(["auto", ...languages])
    .default("auto")
    .describe(
      "In which language I speak. `auto`: in a discussion that is written in Chinese, Chinese, and everywhere else English.",
    ),
  words: WordsConfig.describe("Messages of mine in your own words, by their keys."),
  freshness: Duration.default("48h").describe(
    "How old a discussion may be when I first hear of it, to be spoken to: what was missed for longer, in an outage or before the app was installed, gets no first comment any more.",
  ),
  calendars: CalendarsConfig.describe("Business hours by name. Without any, time counts around the clock, in UTC."),
  sessions: SessionsConfig.describe("Office hours and meetings as code: when they are, how long, with whom."),
  dashboard: DashboardConfig.prefault({}),
};

export interface SharedSettings extends LanguageSettings {
  readonly freshness: string;
  readonly calendars: CalendarsConfig;
  readonly sessions: SessionsConfig;
  readonly dashboard: DashboardConfig;
  /** Who is on call: hosts of sessions come from there. */
  readonly "on-call": RotaConfig;
}

/** Whether something happened so short a while ago that it may be spoken to for the first time. */
export function isFresh(at: Date, { freshness }: Pick<SharedSettings, "freshness">, now: Date): boolean {
  return now.getTime() - at.getTime() <= secondsOf(freshness) * 1000;
}
