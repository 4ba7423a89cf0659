import { calendarsOf } from "../../src/business-time/calendars-of.ts";
import type { z } from "zod";
import { Config } from "../../src/config/schema.ts";
import { toRota } from "../../src/rota/to-rota.ts";
import type { Session } from "../../src/sessions/session.ts";
import type { SessionRules } from "../../src/sessions/session-rules.ts";

type ConfigInput = z.input<typeof Config>;
type SeriesInput = NonNullable<ConfigInput["sessions"]>[number];

/** A weekly clinic in Berlin; what a test is about is said beside it. */
const clinic = {
  name: "clinic",
  rule: "FREQ=WEEKLY;BYDAY=TU",
  start: "2026-01-06 14:00",
  timezone: "Europe/Berlin",
  host: "ann",
} satisfies SeriesInput;

/** The rules of one series as a config would give them; the config must be right. */
export function rulesOf(
  series: Partial<SeriesInput> & { readonly rule?: string | undefined } = {},
  rest: Omit<ConfigInput, "sessions"> = {},
): SessionRules {
  const { rule, ...others } = { ...clinic, ...series };
  return rulesOfAll([{ ...others, ...(rule !== undefined && { rule }) }], rest);
}

export function rulesOfAll(sessions: SeriesInput[], rest: Omit<ConfigInput, "sessions"> = {}): SessionRules {
  const config = Config.parse({ ...rest, sessions });
  const calendars = calendarsOf(config.calendars, new Map()).byName;
  return { series: config.sessions, calendars, rota: toRota(config["on-call"], calendars) };
}

/** When sessions start, in UTC: `2026-01-06T13:00Z`. */
export function startsOf(sessions: readonly Session[]): string[] {
  return sessions.map(({ start }) => `${start.toISOString().slice(0, 16)}Z`);
}
