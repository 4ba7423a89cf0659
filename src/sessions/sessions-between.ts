import type { Session, SlotRef } from "./session.ts";
import type { SessionRules } from "./session-rules.ts";
import type { SeriesConfig } from "./series-config.ts";
import { startsBetween, startsByRule } from "./starts-between.ts";
import { readKey, toSession } from "./to-session.ts";

/** The sessions that start from `from` until `to` (left out), by their start. */
export function sessionsBetween(rules: SessionRules, from: Date, to: Date): Session[] {
  return rules.series
    .flatMap((series) =>
      startsBetween(series, calendarOf(series, rules), from.getTime(), to.getTime()).map((start) =>
        toSession(series, start, rules.rota),
      ),
    )
    .toSorted((a, b) => a.start.getTime() - b.start.getTime() || (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** The session of a name and key, wherever it was moved to; undefined where there is none, or none any more. */
export function findSession(rules: SessionRules, { series: name, session: key }: SessionRef): Session | undefined {
  const series = rules.series.find((it) => it.name === name);
  const by = readKey(key);
  if (!series || by === undefined) return undefined;
  const [start] = startsByRule(series, calendarOf(series, rules), by, by + 1);
  return start && toSession(series, start, rules.rota);
}

/** What a session is known by. */
type SessionRef = Pick<SlotRef, "series" | "session">;

/** No two sessions have the same. */
function nameOf({ series, key }: Session): string {
  return `${series} ${key}`;
}

function calendarOf({ calendar }: SeriesConfig, { calendars }: SessionRules) {
  return calendar === undefined ? undefined : calendars.get(calendar);
}
