import type { Booking } from "../../../core/booking.ts";
import type { Session } from "../../../sessions/session.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { inlineText, neutralise } from "../../../text/neutralise.ts";
import { sayTime } from "../../../text/say-time.ts";
import type { PrepareItem } from "../prepare/prepare-items.ts";
import type { SlotChoice } from "../slots/choice.ts";
import { noShowShown, outcomeShown, type AnswerMark } from "./outcome.ts";
import { sayChoice, saySlot, toCommand } from "./say-slot.ts";

/** What the section is made of: the record, and what the config and the thread say now. */
export interface SectionFacts {
  readonly booking: Booking;
  /** As the config in force has it; missing where it is no more. */
  readonly session: Session | undefined;
  readonly items: readonly PrepareItem[];
  readonly isAnswered: boolean;
  readonly mark: AnswerMark;
}

const footer = "<sub>I am a bot. I keep this up to date.</sub>";

/** Our comment's section about a booking. It follows from what is there alone, so that it is the same until that changes. */
export function sessionSection(facts: SectionFacts): string {
  // What is told of the request, above it, says the same of itself.
  return [...sectionParts(facts), ...(facts.booking.kind === "request" ? [] : [footer])].join("\n\n");
}

function sectionParts(facts: SectionFacts): readonly string[] {
  const { booking } = facts;
  const title = inlineText(booking.sessionTitle, 100);
  const when = sayBooked(booking);
  switch (booking.state) {
    case "booked":
      return booked(facts);
    case "over":
      // Where its request is told of stands who writes the outcome of a meeting: not everybody who may hold one.
      return [`🗓️ **${title}** was on ${when}.`, ...(booking.kind === "request" ? [] : [askForOutcome(booking)])];
    case "no-show":
      return [noShowShown(booking)];
    case "done":
      // What came of a meeting stands where its request is told of.
      return booking.outcome && booking.kind === "office-hours"
        ? [outcomeShown(booking, facts.mark)]
        : [`🗓️ **${title}** was on ${when}.${outcomeOf(booking)}`];
    default:
      return [`🗓️ ~~${title}, ${when}~~`, [whyCalledOff(booking), ...howToGoOn(booking)].join(" ")];
  }
}

function booked({ booking, session, items, isAnswered }: SectionFacts): readonly string[] {
  const title = inlineText(booking.sessionTitle, 100);
  const { moved } = booking;
  const before = moved && sayBefore(booking, moved);
  const verb = booking.kind === "request" ? "a meeting about this request" : "this discussion";
  return [
    `🗓️ **${title}**: a slot is booked for ${verb}, ${sayBooked(booking)}.`,
    [sayHosts(booking.hosts), sayLink(session), before].filter((it) => it !== undefined).join(" "),
    ...(booking.kind === "request" || items.length === 0 ? [] : [preparation(items, booking.prepared)]),
    isAnswered
      ? "An answer is marked by now. If that solves it, `/office-hours cancel` gives the slot to somebody else."
      : "Until it begins, `/office-hours move` takes the next slot that is free, and `/office-hours cancel` gives this one back; `/office-hours list` shows which others are free.",
  ];
}

function sayBefore({ start, end }: Booking, { from, to }: NonNullable<Booking["moved"]>): string | undefined {
  if (isAtSameTime(start, from) && isAtSameTime(end, to)) return undefined;
  return isAtSameTime(start, from)
    ? `Before, it was to end on ${sayTime(new Date(to))}.`
    : `Moved from ${sayTime(new Date(from))}.`;
}

function isAtSameTime(a: string, b: string | undefined): boolean {
  return b !== undefined && Date.parse(a) === Date.parse(b);
}

/** By name: a mention would notify people each time it is written. */
function sayHosts(hosts: readonly string[]): string {
  return hosts.length === 0
    ? "Who holds it is still to be named."
    : `${hosts.map((it) => inlineText(it, 60)).join(" and ")} ${hosts.length === 1 ? "holds" : "hold"} it.`;
}

function sayLink(session: Session | undefined): string | undefined {
  return session?.link === undefined ? undefined : `[Where to meet](<${linkAddress(session.link)}>).`;
}

function preparation(items: readonly PrepareItem[], prepared: readonly string[]): string {
  // As one paragraph with its box: what would be a block by itself is none behind it.
  const rows = items.map(({ name, ask }) => {
    const line = ask.replaceAll(/\s+/gu, " ");
    return `- ${neutralise(`[${prepared.includes(name) ? "x" : " "}] ${line}`)}`;
  });
  const isAll = items.every(({ name }) => prepared.includes(name));
  const head = isAll
    ? "What it takes to prepare is here:"
    : "So that it can be prepared, please add here what is missing, in a comment or by editing the question:";
  return [head, "", ...rows].join("\n");
}

function askForOutcome({ hosts }: Booking): string {
  const who = hosts.length === 0 ? "Whoever held it" : hosts.map((it) => inlineText(it, 60)).join(" or ");
  return `${who}, please write down what came of it: \`/outcome <what came of it>\`, or \`/outcome no-show\`, in a comment here. It is marked as the answer where this category has answers, so that the next person with this question finds it.`;
}

function outcomeOf({ outcome }: Booking): string {
  return outcome ? ` What came of it: [by ${inlineText(outcome.by, 60)}](<${linkAddress(outcome.url)}>).` : "";
}

function whyCalledOff({ cancelled, kind }: Booking): string {
  switch (cancelled) {
    case "session-cancelled":
      return "The session is no longer planned.";
    case "session-full":
      return "The session has fewer slots than before.";
    case "thread-closed":
      return `The discussion was closed, so the slot is free for somebody else. When it is open again, ${howToBook(kind)}.`;
    default:
      return `The slot was given back. To have another one, ${howToBook(kind)}.`;
  }
}

/** Whoever may not book is not told to. */
function howToBook(kind: Booking["kind"]): string {
  return kind === "request" ? "ask a maintainer for `/meeting`" : "comment `/office-hours`";
}

/** What is free changes without this discussion: only a comment, which has a date, lists it. */
function howToGoOn({ kind, cancelled }: Booking): readonly string[] {
  const isBySession = cancelled === "session-cancelled" || cancelled === "session-full";
  return isBySession ? [`To have another one, ${howToBook(kind)}.`] : [];
}

function offers(next: readonly SlotChoice[] | undefined, { kind }: Booking): readonly string[] {
  if (!next)
    return [`No other ${kind === "request" ? "meeting" : "session"} is planned, so it goes on in this discussion.`];
  if (kind === "request") return [`To have another one, ${howToBook(kind)}.`];
  if (next.length === 0) return ["No other slot is free for now; `/office-hours list` shows when one is."];
  return [["Free instead:", "", ...next.map((it) => `- ${sayChoice(it)}: ${toCommand(it)}`)].join("\n")];
}

function sayBooked(booking: Booking): string {
  return saySlot(timesOf(booking));
}

function timesOf({ start, end, timeZone }: Booking) {
  return { start: new Date(start), end: new Date(end), timeZone };
}

/**
 * The comment when a booked time has changed and nobody in the thread has changed it. It is the one that notifies the asker.
 * `next`: slots that are free instead; missing where no sessions are planned any more.
 */
export function changeNotice(booking: Booking, next: readonly SlotChoice[] | undefined): string {
  const to = booking.for === undefined ? "" : `@${booking.for}, `;
  const title = inlineText(booking.sessionTitle, 100);
  if (booking.state === "cancelled") {
    return [
      `${to}your slot in **${title}** on ${sayBooked(booking)} is called off. ${whyCalledOff(booking)}`,
      ...offers(next, booking),
    ].join("\n\n");
  }
  const what = isAtSameTime(booking.start, booking.moved?.from) ? "has another length now" : "is at another time now";
  return `${to}your slot in **${title}** ${what}: ${sayBooked(booking)}. If that does not suit you, \`/office-hours move\` takes another one, and \`/office-hours cancel\` gives it back.`;
}
