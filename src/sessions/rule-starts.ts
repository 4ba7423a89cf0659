import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { dayMs } from "../core/clock.ts";
import { readLocalTime } from "../rota/read-rota.ts";
import { readRule } from "./read-rule.ts";
import type { Rule, Until } from "./rule.ts";
import type { SeriesConfig } from "./series-config.ts";

/** A start by the rule of a series. */
export interface RuleStart {
  /** What clocks in the zone of the series would show, as the rule says it; it may be a time that they skip. */
  readonly local: Temporal.PlainDateTime;
  /** Milliseconds. */
  readonly at: number;
}

/** What a series' rule says, so far as sessions by it are concerned. */
type Ruled = Pick<SeriesConfig, "rule" | "start" | "timezone">;

/**
 * The starts by the rule of a series, `from` until `to` (left out), in order, each moment once.
 *
 * The rule is reckoned on the clocks of the series' zone, as if it had neither summer time nor offset, and each start
 * becomes a moment afterwards: a time that does not exist has the offset before the gap, one that comes twice is the first
 * (https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5). So a session in the hour that is skipped is held an hour later, as
 * Google Calendar has it (ical-org/ical.net#681), where `rrule-temporal` by itself leaves it out (ggaabe/rrule-temporal#141):
 * people who were told of a session come.
 */
export function ruleStarts(series: Ruled, from: number, to: number): RuleStart[] {
  const zone = series.timezone;
  // A zone may skip a day, as Samoa did on 30 December 2011.
  const starts = localStarts(series, localOf(from - 2 * dayMs, zone), localOf(to + dayMs, zone))
    .map((local) => ({ local, at: momentOf(local, zone) }))
    .filter(({ at }) => at >= from && at < to && isWithin(at, recurrenceOf(series)?.until))
    .toSorted((a, b) => a.at - b.at);
  return starts.filter(({ at }, index) => at !== starts[index - 1]?.at);
}

/** The starts by the rule that are meant by a day, or by a day and a time, as a config writes them. */
export function ruleStartsOn(series: Ruled, written: string): RuleStart[] {
  const read = readLocalTime(written);
  if (!read) return [];
  const end = read.isDay ? read.time.add({ days: 1 }) : read.time.add({ minutes: 1 });
  return localStarts(series, read.time, end)
    .map((local) => ({ local, at: momentOf(local, series.timezone) }))
    .filter(({ at }) => isWithin(at, recurrenceOf(series)?.until));
}

/** The moment at which clocks in a zone show a time. */
export function momentOf(local: Temporal.PlainDateTime, timeZone: string): number {
  return local.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
}

/** A time as a config writes it, `2026-01-06 14:00`. */
export function writtenTime(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: "minute" }).replace("T", " ");
}

/** What clocks in a zone show at a moment. */
export function localOf(at: number, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
}

/** As if clocks showed UTC. */
function localStarts(
  series: Ruled,
  from: Temporal.PlainDateTime,
  to: Temporal.PlainDateTime,
): Temporal.PlainDateTime[] {
  const recurrence = recurrenceOf(series);
  if (!recurrence) return [];
  const { first, rule, until } = recurrence;
  const isIn = (it: Temporal.PlainDateTime) =>
    Temporal.PlainDateTime.compare(it, from) >= 0 && Temporal.PlainDateTime.compare(it, to) < 0;
  if (!rule) return isIn(first) ? [first] : [];
  const isOver = until !== undefined && "local" in until && Temporal.PlainDateTime.compare(from, until.local) > 0;
  if (isOver) return [];
  return rule
    .between(from.toZonedDateTime("UTC"), to.toZonedDateTime("UTC"), true)
    .map((it) => it.toPlainDateTime())
    .filter((it) => isIn(it) && (until === undefined || !("local" in until) || isNotAfter(it, until.local)));
}

function isNotAfter(one: Temporal.PlainDateTime, other: Temporal.PlainDateTime): boolean {
  return Temporal.PlainDateTime.compare(one, other) <= 0;
}

function isWithin(at: number, until: Until | undefined): boolean {
  return until === undefined || !("at" in until) || at <= until.at;
}

/** A rule made ready; without `rule` a series has one session by it. */
interface Recurrence {
  readonly first: Temporal.PlainDateTime;
  readonly rule?: RRuleTemporal;
  readonly until?: Until;
}

/** A config is read once and asked about many times. */
const known = new WeakMap<Ruled, Recurrence>();

/** Undefined for what a config refuses. */
function recurrenceOf(series: Ruled): Recurrence | undefined {
  const ready = known.get(series) ?? toRecurrence(series);
  if (ready) known.set(series, ready);
  return ready;
}

function toRecurrence({ rule: text, start }: Ruled): Recurrence | undefined {
  const first = readLocalTime(start)?.time;
  if (!first || text === undefined) return first && { first };
  const read = readRule(text);
  if ("problem" in read) return undefined;
  const { until } = read.rule;
  return { first, rule: toRRule(read.rule, first), ...(until && { until }) };
}

function toRRule(rule: Rule, first: Temporal.PlainDateTime): RRuleTemporal {
  return new RRuleTemporal({
    freq: rule.frequency,
    interval: rule.interval,
    ...(rule.count !== undefined && { count: rule.count }),
    ...(rule.byDay && { byDay: [...rule.byDay] }),
    ...(rule.byMonth && { byMonth: [...rule.byMonth] }),
    ...(rule.byMonthDay && { byMonthDay: [...rule.byMonthDay] }),
    ...(rule.byYearDay && { byYearDay: [...rule.byYearDay] }),
    ...(rule.byWeekNo && { byWeekNo: [...rule.byWeekNo] }),
    ...(rule.byHour && { byHour: [...rule.byHour] }),
    ...(rule.byMinute && { byMinute: [...rule.byMinute] }),
    ...(rule.bySetPos && { bySetPos: [...rule.bySetPos] }),
    wkst: rule.weekStart,
    dtstart: first.toZonedDateTime("UTC"),
  });
}
