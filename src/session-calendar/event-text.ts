import { Temporal } from "temporal-polyfill";
import { minuteMs } from "../core/clock.ts";
import type { CalendarEvent, CalendarSource } from "./calendar-event.ts";
import { calendarUrl, plainCalendarText } from "./plain-calendar-text.ts";

/** How many free slots are named by their time. */
const maxTimes = 12;

/**
 * Its title. Outlook and others show what is cancelled like any other event, so the title says it too:
 * https://github.com/sebbo2002/ical-generator/issues/86, https://github.com/aluxnimm/outlookcaldavsynchronizer/issues/105
 */
export function summaryOf({ session, status }: CalendarEvent): string {
  const title = plainCalendarText(session.title) || session.series;
  return status === "cancelled" ? `Cancelled: ${title}` : title;
}

/**
 * What it is about, who holds it, what is free and how that is booked. No names but the hosts' logins: a calendar that
 * has read the file keeps it, and nobody who books a slot has asked to be in there.
 */
export function descriptionOf(event: CalendarEvent, source: CalendarSource): string {
  const { session, status } = event;
  if (status === "cancelled") return "This session does not take place.";
  const about = [
    listed("Topics", session.topics),
    listed("Languages", session.languages),
    session.hosts.length === 0
      ? "Host: to be named"
      : listed(session.hosts.length > 1 ? "Hosts" : "Host", session.hosts),
    slotsOf(event),
    ...agendaOf(event, source),
  ];
  return [...about, "", howToBook(event, source), howToMeet(event)].filter((it) => it !== undefined).join("\n");
}

/** Where people meet, where everybody may know it, else where they book. */
export function placeOf({ session, status }: CalendarEvent, { discussions }: CalendarSource): string | undefined {
  const isOpen = status === "confirmed" && session.linkFor === "everyone" && session.link !== undefined;
  const place = isOpen ? session.link : discussions;
  return place === undefined ? undefined : calendarUrl(place);
}

function listed(name: string, texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : `${name}: ${texts.map(plainCalendarText).join(", ")}`;
}

function slotsOf({ session, free }: CalendarEvent): string {
  const { slots, timeZone } = session;
  const [first] = slots;
  const minutes = first ? Math.round((first.end.getTime() - first.start.getTime()) / minuteMs) : 0;
  const length = `${minutes} ${minutes === 1 ? "minute" : "minutes"}${slots.length > 1 ? " each" : ""}`;
  const open = slots.filter(({ index }) => free.includes(index));
  const named = open.slice(0, maxTimes).map(({ start }) => clockIn(timeZone, start));
  const times = [...named, ...(open.length > maxTimes ? ["…"] : [])].join(", ");
  const count = `${open.length} of ${slots.length} ${slots.length === 1 ? "slot" : "slots"} free, ${length}`;
  return open.length === 0 || slots.length === 1 ? count : `${count}: ${times} (${timeZone})`;
}

/** By their addresses alone: a title is somebody's own words, which programs would keep when it is long another one. */
function agendaOf({ session: { slots, timeZone }, agenda = [] }: CalendarEvent, { discussions }: CalendarSource) {
  const base = discussions === undefined ? undefined : calendarUrl(discussions);
  return slots.flatMap(({ index, start }) => {
    const item = agenda.find(({ slot }) => slot === index);
    return item && base !== undefined ? [`${clockIn(timeZone, start)}: ${base}/${item.number}`] : [];
  });
}

/** `14:30` */
function clockIn(timeZone: string, time: Date): string {
  const local = Temporal.Instant.fromEpochMilliseconds(time.getTime()).toZonedDateTimeISO(timeZone);
  return local.toPlainTime().toString({ smallestUnit: "minute" });
}

function howToBook({ session }: CalendarEvent, { discussions }: CalendarSource): string {
  const command = session.kind === "request" ? "/meeting in its feature request" : "/office-hours in your discussion";
  const address = discussions === undefined ? undefined : calendarUrl(discussions);
  const where = address === undefined ? "" : `: ${address}`;
  return `To book a slot, write ${command}${where}`;
}

function howToMeet({ session: { link, linkFor } }: CalendarEvent): string | undefined {
  const address = link === undefined ? undefined : calendarUrl(link);
  if (address === undefined) return undefined;
  return linkFor === "everyone"
    ? `Meet at ${address}`
    : "The meeting link is shown in the discussions that have a slot.";
}
