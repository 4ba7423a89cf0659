import type { BusinessCalendar } from "../business-time/calendar.ts";
import { calendarsOf } from "../business-time/calendars-of.ts";
import { type CalendarConfig, type CalendarsConfig, hoursOf } from "../business-time/calendars-config.ts";
import type { Problem } from "../business-time/problem.ts";
import { isTimeZone } from "../business-time/zone-offsets.ts";
import { dayMs, minuteMs } from "../core/clock.ts";
import { readLocalTime } from "../rota/read-rota.ts";
import { localOf, momentOf, writtenTime } from "./rule-starts.ts";
import type { SeriesConfig } from "./series-config.ts";
import { type SessionStart, startsBetween } from "./starts-between.ts";

/**
 * What is wrong with sessions beside what stands elsewhere in the config or in other series: calendars that there are not,
 * and sessions at the same time that one person or one series would have to hold. Sessions of a calendar with a file of
 * holidays are not compared: what its days are is not in the config.
 */
export function* sessionsProblems(sessions: readonly SeriesConfig[], calendars: CalendarsConfig): Generator<Problem> {
  for (const [index, { calendar }] of sessions.entries()) {
    if (calendar === undefined || Object.hasOwn(calendars, calendar)) continue;
    yield { path: [index, "calendar"], message: `there is no calendar \`${calendar}\` in \`calendars\`` };
  }
  const known = Object.entries(calendars).filter(([, it]) => it["holidays-file"] === undefined && isGood(it));
  const { byName } = calendarsOf(Object.fromEntries(known), new Map());
  const comparable = [...sessions.entries()].flatMap(([index, series]): Indexed[] => {
    const calendar = series.calendar === undefined ? undefined : byName.get(series.calendar);
    const isKnown = series.calendar === undefined || calendar !== undefined;
    return isKnown && readLocalTime(series.start) ? [{ index, series, calendar }] : [];
  });
  for (const it of comparable) yield* dateOverlaps(it);
  yield* hostOverlaps(comparable);
}

/** What is wrong with a calendar is told at its own place. */
function isGood(calendar: CalendarConfig): boolean {
  return isTimeZone(calendar.timezone) && hoursOf(calendar).problems.length === 0;
}

interface Indexed {
  /** In the list of the config. */
  readonly index: number;
  readonly series: SeriesConfig;
  readonly calendar: BusinessCalendar | undefined;
}

/** Sessions that are moved, or extra, into the time of another one of their series. */
function* dateOverlaps({ index, series, calendar }: Indexed): Generator<Problem> {
  const { extra, moved, minutes, timezone } = series;
  const dates = [
    ...moved.map(({ to }, it) => ({ path: [index, "moved", it, "to"], written: to })),
    ...extra.map((written, it) => ({ path: [index, "extra", it], written })),
  ];
  for (const { path, written } of dates) {
    const local = readLocalTime(written)?.time;
    if (!local) continue;
    const at = momentOf(local, timezone);
    const length = minutes * minuteMs;
    const near = startsBetween(series, calendar, at - length + 1, at + length);
    const other = near.find((it) => it.at !== at) ?? near[1];
    if (other) yield { path, message: `overlaps the session of ${shown(other.at, timezone)}` };
  }
}

/** Sessions of a person that overlap, in the year that begins when the last series does; one for each series. */
function* hostOverlaps(comparable: readonly Indexed[]): Generator<Problem> {
  const named = comparable.filter(({ series }) => series.host !== "rota");
  const from = Math.max(
    ...named.map(({ series: { start, timezone } }) => {
      const local = readLocalTime(start)?.time;
      return local ? momentOf(local, timezone) : 0;
    }),
  );
  const held = named.map((it) => {
    const starts = startsBetween(it.series, it.calendar, from - dayMs, from + 366 * dayMs);
    return { ...it, starts: starts.toSorted((a, b) => a.at - b.at), logins: loginsOf(it.series) };
  });
  for (const [place, one] of held.entries()) {
    for (const other of held.slice(0, place)) {
      const login = one.logins.find((it) => other.logins.includes(it));
      const at = login === undefined ? undefined : overlapOf(one, other);
      if (login === undefined || at === undefined) continue;
      const message = `${login} holds ${other.series.name} and ${one.series.name} at the same time, on ${shown(at, one.series.timezone)}`;
      yield { path: [one.index, "host"], message };
      break;
    }
  }
}

function loginsOf({ host }: SeriesConfig): readonly string[] {
  return [host].flat().map((it) => it.toLowerCase());
}

interface Held {
  readonly series: SeriesConfig;
  /** In the order of time. */
  readonly starts: readonly SessionStart[];
}

/** When two series first have a session at the same time: the start of the later one. */
function overlapOf(one: Held, other: Held): number | undefined {
  let index = 0;
  for (const { at } of one.starts) {
    const end = at + one.series.minutes * minuteMs;
    const length = other.series.minutes * minuteMs;
    while ((other.starts[index]?.at ?? Infinity) + length <= at) index++;
    const second = other.starts[index]?.at;
    if (second !== undefined && second < end) return Math.max(at, second);
  }
  return undefined;
}

/** In the zone of the series that is spoken of. */
function shown(at: number, timeZone: string): string {
  return writtenTime(localOf(at, timeZone));
}
