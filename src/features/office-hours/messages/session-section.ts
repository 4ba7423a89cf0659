import type { Booking } from "../../../core/booking.ts";
import type { Text } from "../../../core/language.ts";
import type { Session } from "../../../sessions/session.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { inlineText, neutralise } from "../../../text/neutralise.ts";
import { joined, md, sentences } from "../../../words/compose-text.ts";
import { timeInUtc } from "../../../words/times.ts";
import type { PrepareItem } from "../prepare/prepare-items.ts";
import { noShowShown, outcomeShown, type AnswerMark } from "./outcome.ts";
import { saySlot } from "./say-slot.ts";
import { andOf, orOf, whyCalledOff, howToGoOn } from "./called-off.ts";
import { say } from "./words.ts";

/** What the section is made of: the record, and what the config and the thread say now. */
export interface SectionFacts {
  readonly booking: Booking;
  /** As the config in force has it; missing where it is no more. */
  readonly session: Session | undefined;
  readonly items: readonly PrepareItem[];
  readonly isAnswered: boolean;
  readonly mark: AnswerMark;
}

/** Our comment's section about a booking. It follows from what is there alone, so that it is the same until that changes. */
export function sessionSection(facts: SectionFacts): Text {
  // What is told of the request, above it, says the same of itself.
  const footer = facts.booking.kind === "request" ? [] : [say("footer")];
  return joined([...sectionParts(facts), ...footer], "\n\n");
}

function sectionParts(facts: SectionFacts): readonly Text[] {
  const { booking } = facts;
  const title = inlineText(booking.sessionTitle, 100);
  const slot = sayBooked(booking);
  switch (booking.state) {
    case "booked":
      return booked(facts);
    case "over":
      // Where its request is told of stands who writes the outcome of a meeting: not everybody who may hold one.
      return [say("was", { title, slot }), ...(booking.kind === "request" ? [] : [askForOutcome(booking)])];
    case "no-show":
      return [noShowShown(booking)];
    case "done":
      // What came of a meeting stands where its request is told of.
      if (booking.outcome && booking.kind === "office-hours") return [outcomeShown(booking, facts.mark)];
      return [held(booking)];
    default:
      return [say("called-off", { title, slot }), sentences([whyCalledOff(booking), ...howToGoOn(booking)])];
  }
}

function held({ outcome, sessionTitle, ...booking }: Booking): Text {
  const was = { title: inlineText(sessionTitle, 100), slot: sayBooked(booking) };
  return outcome
    ? say("was-outcome", { ...was, by: inlineText(outcome.by, 60), url: linkAddress(outcome.url) })
    : say("was", was);
}

function booked({ booking, session, items, isAnswered }: SectionFacts): readonly Text[] {
  const { moved, kind } = booking;
  const title = inlineText(booking.sessionTitle, 100);
  const before = moved && sayBefore(booking, moved);
  const where = session?.link === undefined ? [] : [say("where", { url: linkAddress(session.link) })];
  return [
    say(kind === "request" ? "booked-meeting" : "booked", { title, slot: sayBooked(booking) }),
    sentences([sayHosts(booking.hosts), ...where, ...(before ? [before] : [])]),
    ...(kind === "request" || items.length === 0 ? [] : [preparation(items, booking.prepared)]),
    say(isAnswered ? "answered" : "until-then"),
  ];
}

function sayBefore({ start, end }: Booking, { from, to }: NonNullable<Booking["moved"]>): Text | undefined {
  if (isAtSameTime(start, from) && isAtSameTime(end, to)) return undefined;
  return isAtSameTime(start, from)
    ? say("before-end", { time: timeInUtc(new Date(to)) })
    : say("moved", { time: timeInUtc(new Date(from)) });
}

/** Whether two times of a record are the same one. */
export function isAtSameTime(a: string, b: string | undefined): boolean {
  return b !== undefined && Date.parse(a) === Date.parse(b);
}

/** By name: a mention would notify people each time it is written. */
function sayHosts(hosts: readonly string[]): Text {
  if (hosts.length === 0) return say("no-host");
  return say("hosts", { count: hosts.length, names: andOf(hosts.map((it) => inlineText(it, 60))) });
}

function preparation(items: readonly PrepareItem[], prepared: readonly string[]): Text {
  // As one paragraph with its box: what would be a block by itself is none behind it.
  const rows = items.map(({ name, ask }) => {
    const line = ask.replaceAll(/\s+/gu, " ");
    return `- ${neutralise(`[${prepared.includes(name) ? "x" : " "}] ${line}`)}`;
  });
  const isAll = items.every(({ name }) => prepared.includes(name));
  return md`${say(isAll ? "prepare.all" : "prepare.missing")}\n\n${joined(rows, "\n")}`;
}

function askForOutcome({ hosts }: Booking): Text {
  const names = hosts.map((it) => inlineText(it, 60));
  return say("ask-outcome", { who: names.length === 0 ? say("whoever-held-it") : orOf(names) });
}

/** The slot of a booking. */
export function sayBooked({ start, end, timeZone }: Pick<Booking, "start" | "end" | "timeZone">): Text {
  return saySlot({ start: new Date(start), end: new Date(end), timeZone });
}
