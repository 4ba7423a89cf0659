import { Temporal } from "temporal-polyfill";
import { tzlib_get_ical_block, tzlib_get_timezones } from "timezones-ical-library";
import { dayMs } from "../core/clock.ts";

/** A zone as a calendar defines it. */
export interface ZoneDefinition {
  /** The name it has there, which is the one of today: `Europe/Kyiv` for `Europe/Kiev`. */
  readonly id: string;
  /** Its VTIMEZONE. */
  readonly text: string;
  /** Offset from UTC in milliseconds that whoever reads the VTIMEZONE reckons for this time. */
  offsetAt(time: number): number;
}

/** From when on an offset holds, year by year. */
interface Observance {
  readonly from: number;
  readonly to: number;
  /** Missing: always. */
  readonly yearly?: {
    readonly month: number;
    readonly nth: number;
    readonly weekday: number;
    readonly clockMs: number;
  };
}

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const definitions = new Map<string, ZoneDefinition | undefined>();
let known: ReadonlySet<string> | undefined;

/**
 * The definition of a zone by its name in the IANA list. None for a zone that is no place, as UTC and GMT, since a definition
 * of them has made programs refuse whole files (https://github.com/ietf-tools/datatracker/issues/8498), and for one that the
 * library does not know or tells in a way that we cannot check.
 */
export function zoneDefinition(timeZone: string): ZoneDefinition | undefined {
  if (!definitions.has(timeZone)) definitions.set(timeZone, readDefinition(timeZone));
  return definitions.get(timeZone);
}

/** The VTIMEZONE of UTC. */
export function utcDefinition(): string {
  return tzlib_get_ical_block("Etc/UTC")[0] ?? "";
}

function readDefinition(timeZone: string): ZoneDefinition | undefined {
  // In the list's own capitals: the library writes to the error output when it is asked for another name.
  const name = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId;
  known ??= new Set(tzlib_get_timezones());
  const [text = "", line = ""] = known.has(name) ? tzlib_get_ical_block(name) : [];
  const id = line.slice("TZID=".length);
  const observances = [...text.matchAll(/^BEGIN:(STANDARD|DAYLIGHT)\r\n(?<rules>[^]*?)^END:\1/gmu)].map(({ groups }) =>
    readObservance(groups?.["rules"] ?? ""),
  );
  if (id.startsWith("Etc/") || observances.length === 0 || !observances.every((it) => it !== undefined))
    return undefined;
  return { id, text, offsetAt: (time) => offsetAt(observances, time) };
}

/** The library writes all zones by the current rules of their years. */
function readObservance(rules: string): Observance | undefined {
  const from = readOffset(/^TZOFFSETFROM:(.*)\r$/mu.exec(rules)?.[1]);
  const to = readOffset(/^TZOFFSETTO:(.*)\r$/mu.exec(rules)?.[1]);
  const clock = /^DTSTART:\d{8}T(\d\d)(\d\d)(\d\d)\r$/mu.exec(rules)?.slice(1).map(Number);
  if (from === undefined || to === undefined || !clock) return undefined;
  if (!rules.includes("RRULE:")) return { from, to };
  const rule = /^RRULE:FREQ=YEARLY;BYMONTH=(?<month>\d+);BYDAY=(?<nth>-?\d)(?<day>[A-Z]{2})\r$/mu.exec(rules)?.groups;
  const weekday = weekdays.indexOf(rule?.["day"] ?? "");
  if (!rule || weekday < 0) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = clock;
  const clockMs = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return { from, to, yearly: { month: Number(rule["month"]), nth: Number(rule["nth"]), weekday, clockMs } };
}

function readOffset(text: string | undefined): number | undefined {
  const found = /^(?<sign>[+-])(?<hours>\d\d)(?<minutes>\d\d)$/u.exec(text ?? "")?.groups;
  if (!found) return undefined;
  return (found["sign"] === "-" ? -1 : 1) * (Number(found["hours"]) * 60 + Number(found["minutes"])) * 60_000;
}

/** By the observance that set in last (https://www.rfc-editor.org/rfc/rfc5545#section-3.6.5). */
function offsetAt(observances: readonly Observance[], time: number): number {
  const year = new Date(time).getUTCFullYear();
  let last = { at: Number.NEGATIVE_INFINITY, to: observances[0]?.to ?? 0 };
  for (const observance of observances) {
    for (const onset of [year - 1, year, year + 1].map((it) => onsetIn(it, observance))) {
      if (onset <= time && onset > last.at) last = { at: onset, to: observance.to };
    }
  }
  return last.to;
}

/** An onset is told by the clock as it goes before it. */
function onsetIn(year: number, { from, yearly }: Observance): number {
  if (!yearly) return Number.MIN_SAFE_INTEGER;
  const { month, nth, weekday, clockMs } = yearly;
  const edge = new Date(nth > 0 ? Date.UTC(year, month - 1, 1) : Date.UTC(year, month, 0));
  const toWeekday = nth > 0 ? (weekday - edge.getUTCDay() + 7) % 7 : -((edge.getUTCDay() - weekday + 7) % 7);
  const weeks = nth > 0 ? nth - 1 : nth + 1;
  return edge.getTime() + (toWeekday + weeks * 7) * dayMs + clockMs - from;
}
