import { dayMs } from "../../core/clock.ts";
import { type Component, findLine } from "./components.ts";
import type { ContentLine } from "./content-lines.ts";
import type { IcsProblem } from "./problem.ts";
import { readIcsDuration, readTime, type WrittenTime } from "./times.ts";
import type { Zone } from "./zones.ts";

/** An event, with its first occurrence by the wall clock of its zone. */
export interface Event {
  readonly component: Component;
  readonly uid: string | undefined;
  readonly sequence: number;
  /** Which occurrence of a series this one stands for. */
  readonly replaces: WrittenTime | undefined;
  /** Whether whole days are meant. */
  readonly isDay: boolean;
  readonly start: number;
  /** Milliseconds of the wall clock. */
  readonly length: number;
  readonly zone: Zone;
}

/** Longer than any holiday; a date that was mistyped is more often longer than this. */
const maxLength = 366 * dayMs;

/** What an event says of its time. */
export function readEvent(component: Component, findZone: (name?: string) => Zone | undefined): Event | IcsProblem {
  const start = findLine(component, "DTSTART");
  if (start === undefined) return { line: component.line, column: 1, message: "the event has no start (`DTSTART`)" };
  const first = readTime(start.value, start.parameters.get("TZID"));
  if (first === undefined) return noTime(start);
  const zone = findZone(first.zone);
  if (zone === undefined) return noZone(start);
  const read = lengthOf(component, first, zone, findZone);
  if (typeof read !== "number") return read;
  const replaces = findLine(component, "RECURRENCE-ID");
  return {
    component,
    uid: findLine(component, "UID")?.value,
    sequence: Number(findLine(component, "SEQUENCE")?.value) || 0,
    replaces: replaces && readTime(replaces.value, replaces.parameters.get("TZID")),
    isDay: first.isDay,
    start: first.local,
    length: read,
    zone,
  };
}

function lengthOf(
  component: Component,
  first: WrittenTime,
  zone: Zone,
  findZone: (name?: string) => Zone | undefined,
): number | IcsProblem {
  const usual = first.isDay ? dayMs : 0;
  const end = findLine(component, "DTEND");
  const duration = findLine(component, "DURATION");
  if (end === undefined && duration === undefined) return usual;
  const length = end === undefined ? readIcsDuration(duration?.value ?? "") : untilEnd(end, first, zone, findZone);
  const line = end ?? duration;
  if (line === undefined || typeof length === "object") return length ?? usual;
  const refuse = (message: string) => ({ line: line.line, column: line.column, message });
  if (length === undefined) return end === undefined ? refuse(`"${line.value}" is no duration`) : noTime(end);
  if (length < 0) return refuse("the event ends before it begins");
  if (length > maxLength) return refuse("the event takes longer than a year");
  // Programs write the day itself as the end, where the day after is meant.
  return first.isDay ? Math.max(usual, Math.ceil(length / dayMs) * dayMs) : length;
}

function untilEnd(
  end: ContentLine,
  first: WrittenTime,
  zone: Zone,
  findZone: (name?: string) => Zone | undefined,
): number | undefined | IcsProblem {
  const last = readTime(end.value, end.parameters.get("TZID"));
  if (last === undefined) return undefined;
  if (first.isDay || last.isDay || last.zone === first.zone) return last.local - first.local;
  const other = findZone(last.zone);
  return other === undefined ? noZone(end) : zone.toLocal(other.toInstant(last.local)) - first.local;
}

export function noTime({ line, column, value }: ContentLine): IcsProblem {
  return { line, column, message: `"${value.slice(0, 40)}" is no date, such as \`20261224\`` };
}

export function noZone({ line, column, parameters }: ContentLine): IcsProblem {
  const name = parameters.get("TZID") ?? "";
  return { line, column, message: `neither I nor this file know the time zone "${name.slice(0, 60)}"` };
}
