import ical, { ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency, type ICalCalendar } from "ical-generator";
import type { CalendarEvent, CalendarSource } from "./calendar-event.ts";
import { descriptionOf, placeOf, summaryOf } from "./event-text.ts";
import { localTimes } from "./local-times.ts";
import { plainCalendarText } from "./plain-calendar-text.ts";
import { utcDefinition, zoneDefinition } from "./zone-definition.ts";

/** How often calendar programs are asked to look again, in seconds. Google looks a few times a day whatever is written here. */
const refreshSeconds = 3600;

/** Who wrote it. */
const [company, product] = ["Frontdesk", "Sessions"];

/** Whether a file is a calendar that `toCalendar` has written. */
export function isOurCalendar(text: string): boolean {
  return text.startsWith("BEGIN:VCALENDAR") && text.includes(`\nPRODID:-//${company}//${product}//EN\r\n`);
}

/**
 * These sessions as an iCalendar file (RFC 5545), byte for byte the same for the same sessions. There is one VEVENT for
 * each session and no RRULE: each session has its own state, host and free slots, and clients disagree on overrides. There is no
 * METHOD, for this is no message of a meeting's organizer, whose address RFC 5546 would have us tell; so DTSTAMP is
 * when the session last changed (https://www.rfc-editor.org/rfc/rfc5545#section-3.8.7.2).
 */
export function toCalendar(events: readonly CalendarEvent[], source: CalendarSource): string {
  const calendar = ical({
    prodId: { company, product, language: "EN" },
    // The library writes it as it is.
    name: escapeText(plainCalendarText(source.name)),
    scale: "gregorian",
    ttl: refreshSeconds,
  });
  const ordered = events
    .map((event) => ({ event, uid: uidOf(event, source) }))
    .toSorted((a, b) => startOf(a.event) - startOf(b.event) || (a.uid < b.uid ? -1 : 1));
  for (const { event, uid } of ordered) addEvent(calendar, event, uid, source);
  return withZones(calendar);
}

/**
 * The file with a VTIMEZONE for each zone in use, between the calendar's properties and its events: the library would
 * write two properties behind them, and readers may want a zone before what is in it
 * (https://www.rfc-editor.org/rfc/rfc5545#section-3.4, https://github.com/bitfireAT/davx5-ose/issues/2815). A calendar
 * without any component is refused (https://github.com/collective/icalendar/issues/251): one without sessions defines
 * UTC. The library leaves out the end of the last line.
 */
function withZones(calendar: ICalCalendar): string {
  const text = `${calendar.toString()}\r\n`;
  const zones = new Set(calendar.events().flatMap((it) => it.timezone() ?? []));
  const blocks = calendar.length() === 0 ? [utcDefinition()] : [...zones].toSorted().map(definitionOf);
  const end = text.indexOf(calendar.length() === 0 ? "\r\nEND:VCALENDAR\r\n" : "\r\nBEGIN:VEVENT\r\n");
  return [text.slice(0, end), ...blocks.map((it) => `\r\n${it}`), text.slice(end)].join("");
}

function definitionOf(zone: string): string {
  const definition = zoneDefinition(zone);
  if (!definition) throw new Error(`a time is written in ${zone}, which is not defined`);
  return definition.text;
}

/** The same for a session whatever becomes of it: series, start by the rule when it was first published, and repository. */
function uidOf({ session, publishedAs = session.key }: CalendarEvent, { id }: CalendarSource): string {
  return `${session.series}-${publishedAs.replaceAll(/[^\dTZ]/gu, "")}@${id}`;
}

function startOf({ session }: CalendarEvent): number {
  return session.start.getTime();
}

function addEvent(calendar: ICalCalendar, event: CalendarEvent, id: string, source: CalendarSource): void {
  const { session, status, sequence, changedAt } = event;
  const { zone = null, start, end } = localTimes(session);
  const place = placeOf(event, source);
  calendar.createEvent({
    id,
    sequence,
    stamp: changedAt,
    lastModified: changedAt,
    // A Date with a zone would be written by the machine's clock.
    start,
    end,
    timezone: zone,
    summary: summaryOf(event),
    description: descriptionOf(event, source),
    ...(place !== undefined && { location: place, url: place }),
    status: status === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    // Whoever subscribes is not busy: most who see a session do not go there.
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  });
}

/** https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11; of one line. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/gu, String.raw`\$&`);
}
