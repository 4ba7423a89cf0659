import { secondsOf } from "../../../business-time/duration.ts";
import type { Booking } from "../../../core/booking.ts";
import type { Session } from "../../../sessions/session.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { isFree, slotsOf } from "../slots/choice.ts";
import type { TakenSlot } from "../store/booking-records.ts";
import { saySlot, toCommand } from "./say-slot.ts";

interface ListFacts {
  readonly taken: readonly TakenSlot[];
  /** Hosts who may triage. */
  readonly hosts: ReadonlySet<string>;
  readonly notice: string;
  readonly now: Date;
  readonly kind: Booking["kind"];
  readonly number: number;
  /** Address of the calendar that everybody may subscribe to, where there is one. */
  readonly calendar?: string | undefined;
}

/** How many free slots are named of a session. */
const maxSlots = 6;

/** The next sessions with what is free in them. */
export function sessionList(sessions: readonly Session[], facts: ListFacts): string {
  if (sessions.length === 0) return "No session is planned within the days in which one can book.";
  const head = facts.kind === "request" ? "The next meetings about feature requests:" : "The next office hours:";
  const calendar =
    facts.calendar === undefined ? [] : ["", `[Subscribe to them](<${linkAddress(facts.calendar)}>) in your calendar.`];
  return [head, "", ...sessions.map((it) => row(it, facts)), ...calendar].join("\n");
}

function row(session: Session, facts: ListFacts): string {
  const { title, languages, topics, link, linkFor } = session;
  const about = [
    withHosts(session, facts.hosts),
    ...(languages.length > 0 ? [`in ${languages.map((it) => inlineText(it, 40)).join(", ")}`] : []),
    ...(topics.length > 0 ? [`about ${topics.map((it) => inlineText(it, 60)).join(", ")}`] : []),
    ...(link !== undefined && linkFor === "everyone" ? [`[where to meet](<${linkAddress(link)}>)`] : []),
  ].join(", ");
  return `- ${inlineText(title, 100)}, ${saySlot(session)}, ${about}. ${sayFree(session, facts)}`;
}

function withHosts({ hosts }: Session, may: ReadonlySet<string>): string {
  const named = hosts.filter((it) => may.has(it)).map((it) => inlineText(it, 60));
  return named.length > 0 ? `with ${named.join(" and ")}` : "host to be named";
}

function sayFree(session: Session, { taken, notice, now, number, kind }: ListFacts): string {
  const from = new Date(now.getTime() + secondsOf(notice) * 1000);
  const free = slotsOf([session]).filter((it) => isFree(it, taken, number));
  const open = free.filter(({ slot }) => slot.start >= from);
  if (free.length === 0) return "**Full.**";
  if (open.length === 0) return "Too late to book.";
  if (kind === "request") return `**${open.length} free**; \`/meeting\` books the next one.`;
  const more = open.length > maxSlots ? `, and ${open.length - maxSlots} more` : "";
  return `**Free:** ${open
    .slice(0, maxSlots)
    .map((it) => toCommand(it))
    .join(", ")}${more}`;
}
