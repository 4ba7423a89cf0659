import { secondsOf } from "../../../business-time/duration.ts";
import type { Booking } from "../../../core/booking.ts";
import type { Session } from "../../../sessions/session.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { listInWords } from "../../../text/list-in-words.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { isFree, slotsOf } from "../slots/choice.ts";
import { localTime } from "../slots/local-time.ts";
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

/** The next sessions with what is free in them; what a series is about is said once. */
export function sessionList(sessions: readonly Session[], facts: ListFacts): string {
  if (sessions.length === 0) return "No session is planned within the days in which one can book.";
  const alike = Map.groupBy(sessions, heading);
  const lists = [...alike].map(([head, those]) => [`${head}:`, "", ...those.map((it) => row(it, facts))].join("\n"));
  const calendar =
    facts.calendar === undefined ? [] : [`[Subscribe to them](<${linkAddress(facts.calendar)}>) in your calendar.`];
  const how = facts.kind === "request" ? ["People with write rights book the next free one by `/meeting`."] : [];
  return [...lists, ...how, ...calendar].join("\n\n");
}

function heading({ title, languages, topics, link, linkFor }: Session): string {
  return [
    `The next sessions of **${inlineText(title, 100)}**`,
    ...(languages.length > 0
      ? [`in ${listInWords(languages.map((it) => inlineText(languageNames.of(it) ?? it, 40)))}`]
      : []),
    ...(topics.length > 0 ? [`about ${listInWords(topics.map((it) => inlineText(it, 60)))}`] : []),
    ...(link !== undefined && linkFor === "everyone" ? [`[where to meet](<${linkAddress(link)}>)`] : []),
  ].join(", ");
}

const languageNames = new Intl.DisplayNames("en", { type: "language" });

function row(session: Session, facts: ListFacts): string {
  return `- ${saySlot(session)}, ${withHosts(session, facts.hosts)}. ${sayFree(session, facts)}`;
}

function withHosts({ hosts }: Session, may: ReadonlySet<string>): string {
  const named = hosts.filter((it) => may.has(it)).map((it) => inlineText(it, 60));
  return named.length > 0 ? `with ${named.join(" and ")}` : "host to be named";
}

function sayFree(session: Session, { taken, notice, now, number, kind }: ListFacts): string {
  const from = new Date(now.getTime() + secondsOf(notice) * 1000);
  const own = taken.find((it) => it.number === number);
  const free = slotsOf([session]).filter((it) => isFree(it, taken));
  const open = free.filter(({ slot }) => slot.start >= from);
  const isHere = own?.series === session.series && own.session === session.key;
  const ours = isHere ? `This discussion has ${localTime(own.start, session.timeZone).slice(11)}. ` : "";
  if (free.length === 0) return `${ours}**${isHere ? "Else full" : "Full"}.**`;
  if (open.length === 0) return `${ours}Too late to book.`;
  if (kind === "request") return `${ours}**${open.length} free.**`;
  const more = open.length > maxSlots ? `, and ${open.length - maxSlots} more` : "";
  // Whoever has a slot can take another one instead.
  const listed = open.slice(0, maxSlots).map((it) => toCommand(it, own ? "move " : ""));
  return `${ours}**Free:** ${listed.join(", ")}${more}`;
}
