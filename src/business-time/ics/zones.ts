import { Temporal } from "temporal-polyfill";
import { isTimeZone } from "../zone-offsets.ts";
import { type Component, findLine, findLines } from "./components.ts";
import { occurrencesOf } from "./recurrence.ts";
import { readTime, readTimes } from "./times.ts";
import type { Work } from "./work.ts";

/** Between times of the wall clock and moments, both in milliseconds. */
export interface Zone {
  toInstant(local: number): number;
  toLocal(instant: number): number;
}

/** Finds zones by the names that a file gives them; none for times of whoever looks, who is where the calendar is. */
export function createZones(timeZone: string, calendars: readonly Component[], work: Work) {
  const parts = calendars.flatMap((it) => it.parts).filter((it) => it.name === "VTIMEZONE");
  const own = new Map(parts.map((it) => [findLine(it, "TZID")?.value ?? "", it]));
  const found = new Map<string, Zone | undefined>();
  return (name: string | undefined): Zone | undefined => {
    if (name === undefined) return ianaZone(timeZone);
    if (!found.has(name)) {
      const component = own.get(name);
      const iana = [...ianaNames(name), ...ianaNames(component && findLine(component, "X-LIC-LOCATION")?.value)];
      const known = iana.find(isTimeZone);
      found.set(name, known === undefined ? component && zoneOf(component, work) : ianaZone(known));
    }
    return found.get(name);
  };
}

/** Programs put words before the name: `/mozilla.org/20070129_1/Europe/Berlin`, `custom_Pacific/Fiji`. */
function ianaNames(name = ""): string[] {
  const segments = name
    .replace(/^custom_/u, "")
    .split("/")
    .filter((it) => it !== "");
  return [3, 2]
    .flatMap((count) => (segments.length < count ? [] : segments.slice(-count).join("/")))
    .concat(segments.length === 1 ? segments : []);
}

function ianaZone(timeZone: string): Zone {
  const at = (milliseconds: number, zone: string) =>
    Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
  return {
    toInstant: (local) => at(local, "UTC").toPlainDateTime().toZonedDateTime(timeZone).epochMilliseconds,
    toLocal: (instant) => instant + at(instant, timeZone).offsetNanoseconds / 1e6,
  };
}

/** Of a zone that a file brings: two a year since 1601, where Outlook lets its zones begin. */
const maxOnsets = 1_000;

/** A zone by the rules that its file brings, as Outlook writes them for names such as `Customized Time Zone`. */
function zoneOf(component: Component, work: Work): Zone | undefined {
  const onsets = component.parts.flatMap((part) => {
    const offset = readOffset(findLine(part, "TZOFFSETTO")?.value);
    const start = readTime(findLine(part, "DTSTART")?.value ?? "");
    if (offset === undefined || start === undefined) return [];
    const rule = findLine(part, "RRULE")?.value;
    const from = readOffset(findLine(part, "TZOFFSETFROM")?.value) ?? offset;
    const read = rule === undefined ? undefined : occurrencesOf(rule, start.local, false, (it) => it + from, work);
    const more = findLines(part, "RDATE")
      .flatMap(readTimes)
      .flatMap((it) => it?.local ?? []);
    const starts = [start.local, ...more, ...(read !== undefined && "starts" in read ? read.starts : [])];
    return starts.map((at) => ({ at, offset }));
  });
  onsets.sort((a, b) => a.at - b.at);
  const first = onsets[0];
  if (first === undefined || onsets.length > maxOnsets) return undefined;
  const toInstant = (local: number) => local - (onsets.findLast(({ at }) => at <= local) ?? first).offset;
  const offsets = [...new Set(onsets.map(({ offset }) => offset))].slice(0, 20);
  return {
    toInstant,
    toLocal: (instant) => instant + (offsets.find((it) => toInstant(instant + it) === instant) ?? first.offset),
  };
}

/** `+0530`, in milliseconds. */
function readOffset(text = ""): number | undefined {
  const [, sign, hours, minutes] = /^([+-]?)(\d{2})(\d{2})/u.exec(text) ?? [];
  if (hours === undefined) return undefined;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
