import { Temporal } from "temporal-polyfill";
import type { BusinessCalendar } from "../business-time/calendar.ts";
import { readLocalTime } from "../rota/read-rota.ts";
import { momentOf, type RuleStart, ruleStarts, ruleStartsOn } from "./rule-starts.ts";
import type { SeriesConfig } from "./series-config.ts";

/** When a session starts, in milliseconds: by its series, which is what it is known by, and in fact. */
export interface SessionStart {
  readonly by: number;
  readonly at: number;
}

/**
 * The sessions of a series that start `from` until `to` (left out), in no order. A moved one is found where it is held, and
 * not where it was: a range that looks at its rule alone loses what was moved into it (t4t5/caldir#52).
 */
export function startsBetween(
  series: SeriesConfig,
  calendar: BusinessCalendar | undefined,
  from: number,
  to: number,
): SessionStart[] {
  const moved = [...exceptionsOf(series).moved].map(([by, at]) => ({ by, at }));
  const starts = [...startsByRule(series, calendar, from, to), ...moved].filter(({ at }) => at >= from && at < to);
  return [...new Map(starts.map((it) => [it.by, it])).values()];
}

/** The same by when sessions start by their series, wherever they were moved to. Extra ones are of their series too. */
export function startsByRule(
  series: SeriesConfig,
  calendar: BusinessCalendar | undefined,
  from: number,
  to: number,
): SessionStart[] {
  const { isLeftOut, moved, extra } = exceptionsOf(series);
  const byRule = ruleStarts(series, from, to)
    .filter((it) => !isLeftOut(it) && (moved.has(it.at) || !calendar || !isClosedOn(calendar, it.at)))
    .map(({ at: by }) => ({ by, at: moved.get(by) ?? by }));
  const others = extra.filter((at) => at >= from && at < to).map((at) => ({ by: at, at }));
  return [...byRule, ...others];
}

/** What differs from the rule of a series. */
interface Exceptions {
  readonly isLeftOut: (start: RuleStart) => boolean;
  /** When moved sessions start in fact, by when they start by the rule. */
  readonly moved: ReadonlyMap<number, number>;
  readonly extra: readonly number[];
}

/** A config is read once and asked about many times. */
const known = new WeakMap<SeriesConfig, Exceptions>();

function exceptionsOf(series: SeriesConfig): Exceptions {
  const exceptions = known.get(series) ?? toExceptions(series);
  known.set(series, exceptions);
  return exceptions;
}

/** Exceptions name sessions as clocks in the zone of the series show them, in summer and in winter (jkbrzt/rrule#292). */
function toExceptions(series: SeriesConfig): Exceptions {
  const { except, extra, moved, timezone } = series;
  const leftOut = new Set(except.map((it) => readLocalTime(it)).map((it) => it && nameOf(it.time, it.isDay)));
  const isLeftOut = ({ local }: RuleStart) => leftOut.has(nameOf(local, true)) || leftOut.has(nameOf(local, false));
  const moment = (written: string) => {
    const time = readLocalTime(written)?.time;
    return time && momentOf(time, timezone);
  };
  const movedTo = moved.flatMap(({ from, to }) => {
    const [start] = ruleStartsOn(series, from).filter((it) => !isLeftOut(it));
    const at = moment(to);
    return start && at !== undefined ? [[start.at, at] as const] : [];
  });
  const movedAway = new Map(movedTo);
  // An extra one that starts with one of the rule is that one, also where that was moved.
  const extraAt = extra.flatMap((it) => moment(it) ?? []).filter((at) => !movedAway.has(at));
  return { isLeftOut, moved: movedAway, extra: extraAt };
}

function nameOf(time: Temporal.PlainDateTime, isDay: boolean): string {
  return isDay ? time.toPlainDate().toString() : time.toString({ smallestUnit: "minute" });
}

/** Whether a calendar does not open at all on the day of a moment, by its own clock: its holidays and closed weekdays. */
function isClosedOn(calendar: BusinessCalendar, at: number): boolean {
  const midnight = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.timeZone).startOfDay();
  const [start, end] = [midnight, midnight.add({ days: 1 })].map((it) => new Date(it.epochMilliseconds));
  return start !== undefined && end !== undefined && calendar.secondsBetween(start, end) === 0;
}
