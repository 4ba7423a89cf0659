import type { Closures, Span } from "../business-hours.ts";
import { dayMs } from "../../core/clock.ts";
import { type WallDay } from "../wall-days.ts";
import { type Component, findLine, readComponents } from "./components.ts";
import { readContentLines } from "./content-lines.ts";
import { type Event, readEvent } from "./event.ts";
import { startsOf } from "./occurrences.ts";
import type { IcsProblem } from "./problem.ts";
import { createWork } from "./work.ts";
import { createZones, type Zone } from "./zones.ts";

/** A file may be this long, in UTF-16 units, and hold so many events: more than all holidays of a country in a century. */
const maxLength = 2 * 1024 * 1024;
const maxEvents = 10_000;
/** Occurrences and days of a file that are reckoned, about. */
const maxWork = 30_000;
const maxProblems = 10;

/** What a file of holidays says. */
export interface ReadHolidays {
  readonly closures: Closures;
  /** Of what is left out of the closures, the first ones. */
  readonly problems: readonly IcsProblem[];
}

/**
 * The holidays of an iCalendar file (RFC 5545): each event closes its days, or the part of a day that it takes. Read by
 * somebody who is in `timeZone`. Never throws, whatever the text is.
 */
export function readHolidays(text: string, timeZone: string): ReadHolidays {
  if (text.length > maxLength) return refused(`the file is longer than ${maxLength / 1024 / 1024} MB`);
  const calendars = readComponents(readContentLines(text)).filter(({ name }) => name === "VCALENDAR");
  if (calendars.length === 0) return refused("this is no iCalendar file: it has no `BEGIN:VCALENDAR`");
  const components = calendars.flatMap(({ parts }) => parts).filter(({ name }) => name === "VEVENT");
  if (components.length > maxEvents) return refused(`the file has more than ${maxEvents} events`);
  const work = createWork(maxWork);
  const findZone = createZones(timeZone, calendars, work);
  const problems: IcsProblem[] = [];
  const series = bySeries(components.flatMap((it) => eventsOf(it, findZone, problems)));
  const days = new Set<WallDay>();
  const spans: Span[] = [];
  for (const events of series) {
    const replaced = events.flatMap(({ replaces }) => replaces ?? []);
    for (const event of events.filter(isHoliday)) {
      if (problems.length >= maxProblems) break;
      const read = startsOf(event, replaced, findZone, work);
      problems.push(...read.problems);
      if (!work.spend(read.starts.length * Math.ceil(event.length / dayMs))) {
        const { line } = event.component;
        problems.push({ line, column: 1, message: "the events of this file take more days than I reckon" });
      } else for (const start of read.starts) close(event, start, days, spans);
    }
  }
  return { closures: { days: [...days], spans }, problems: problems.slice(0, maxProblems) };
}

function refused(message: string): ReadHolidays {
  return { closures: { days: [], spans: [] }, problems: [{ line: 1, column: 1, message }] };
}

function eventsOf(
  component: Component,
  findZone: (name?: string) => Zone | undefined,
  problems: IcsProblem[],
): Event[] {
  if (problems.length >= maxProblems) return [];
  const read = component.isWhole
    ? readEvent(component, findZone)
    : { line: component.line, column: 1, message: "the event has no end (`END:VEVENT`): is the file whole?" };
  if ("component" in read) return [read];
  problems.push(read);
  return [];
}

/** Events with the same UID are one series. Of an event that stands there in several revisions, the last one holds. */
function bySeries(events: readonly Event[]): readonly (readonly Event[])[] {
  const series = new Map<string, Event[]>();
  for (const [index, event] of events.entries()) {
    const key = event.uid ?? `event ${index}`;
    const known = series.get(key);
    if (known === undefined) series.set(key, [event]);
    else known.push(event);
  }
  return [...series.values()].map((them) => {
    const newest = new Map<number | undefined, number>();
    for (const { replaces, sequence } of them) {
      newest.set(replaces?.local, Math.max(sequence, newest.get(replaces?.local) ?? 0));
    }
    return them.filter(({ replaces, sequence }) => sequence === newest.get(replaces?.local));
  });
}

/**
 * Whether an event takes its time. Calendars of holidays call all their days transparent, those of Google, Apple and
 * Thunderbird alike, so that says something of parts of days alone.
 */
function isHoliday(event: Event): boolean {
  if (valueOf(event, "STATUS").toUpperCase() === "CANCELLED") return false;
  if (!event.isDay && valueOf(event, "TRANSP").toUpperCase() === "TRANSPARENT") return false;
  return !isObservance(event);
}

/**
 * Google lists days as well on which nobody is off (https://github.com/zammad/zammad/issues/390). It describes them in the
 * language of the feed, in two lines, of which the second says where in Google Calendar they are hidden:
 * `Observance\nTo hide observances, go to Google Calendar Settings > Holidays in India`.
 */
function isObservance(event: Event): boolean {
  const lines = valueOf(event, "DESCRIPTION").split("\\n");
  return lines.length === 2 && (lines[1] ?? "").includes("Google") && /@google\.com$/iu.test(event.uid ?? "");
}

function valueOf({ component }: Event, name: string): string {
  return findLine(component, name)?.value ?? "";
}

function close({ isDay, length, zone }: Event, start: number, days: Set<WallDay>, spans: Span[]): void {
  if (isDay) for (let at = start; at < start + length; at += dayMs) days.add(Math.floor(at / dayMs));
  else spans.push({ from: zone.toInstant(start), to: zone.toInstant(start + length) });
}
