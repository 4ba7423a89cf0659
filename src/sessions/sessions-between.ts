import { Temporal } from "temporal-polyfill";
import { dayMs } from "../core/clock.ts";
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
    .toSorted((a, b) => a.start.getTime() - b.start.getTime() || (a.series < b.series ? -1 : 1));
}

/** The session of a name and key, wherever it was moved to; undefined where there is none, or none any more. */
export function findSession(rules: SessionRules, { series: name, session: key }: SessionRef): Session | undefined {
  const series = rules.series.find((it) => it.name === name);
  const by = readKey(key);
  if (!series || by === undefined) return undefined;
  const [start] = startsByRule(series, calendarOf(series, rules), by, by + 1);
  return start && toSession(series, start, rules.rota);
}

/**
 * The sessions that a series has on the day of a key, in its zone, by their start: where the time of the series was
 * changed, the session that was known by the key is one of them.
 */
export function sessionsOnDayOf(rules: SessionRules, { series: name, session: key }: SessionRef): Session[] {
  const series = rules.series.find((it) => it.name === name);
  const by = readKey(key);
  if (!series || by === undefined) return [];
  const midnight = Temporal.Instant.fromEpochMilliseconds(by).toZonedDateTimeISO(series.timezone).startOfDay();
  const [from, to] = [midnight.epochMilliseconds, midnight.add({ days: 1 }).epochMilliseconds];
  return startsByRule(series, calendarOf(series, rules), from, to)
    .map((start) => toSession(series, start, rules.rota))
    .toSorted((a, b) => a.start.getTime() - b.start.getTime());
}

/** What a session is known by. */
type SessionRef = Pick<SlotRef, "series" | "session">;

/** How far ahead sessions are looked for: what comes once a year is found. */
const maxAheadMs = 400 * dayMs;

/** The first sessions of a kind that start after a moment, `limit` at most, by their start. */
export function nextSessions(
  rules: SessionRules,
  after: Date,
  { kind, limit }: { readonly kind?: Session["kind"]; readonly limit: number },
): Session[] {
  const wanted = { ...rules, series: rules.series.filter((it) => kind === undefined || it.kind === kind) };
  const found: Session[] = [];
  const end = after.getTime() + maxAheadMs;
  let from = after.getTime() + 1;
  for (let step = 28 * dayMs; from < end && found.length < limit; step *= 2) {
    const to = Math.min(from + step, end);
    found.push(...sessionsBetween(wanted, new Date(from), new Date(to)));
    from = to;
  }
  return found.slice(0, limit);
}

function calendarOf({ calendar }: SeriesConfig, { calendars }: SessionRules) {
  return calendar === undefined ? undefined : calendars.get(calendar);
}
