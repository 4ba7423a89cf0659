import { secondsOf } from "../../../business-time/duration.ts";
import type { Booking } from "../../../core/booking.ts";
import type { Text } from "../../../core/language.ts";
import type { Session } from "../../../sessions/session.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { enumerated, joined, listed, md, sentences } from "../../../words/compose-text.ts";
import { isFree, slotsOf } from "../slots/choice.ts";
import { localTime } from "../slots/local-time.ts";
import type { TakenSlot } from "../store/booking-records.ts";
import { andOf } from "./called-off.ts";
import { saySlot, toCommand } from "./say-slot.ts";
import { say } from "./words.ts";

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
export function sessionList(sessions: readonly Session[], facts: ListFacts): Text {
  if (sessions.length === 0) return say("list.none");
  return (locale) => {
    const alike = Map.groupBy(sessions, (it) => heading(it)(locale));
    const lists = [...alike].map(([head, those]) =>
      joined([`${head}:`, "", ...those.map((it) => row(it, facts))], "\n"),
    );
    const calendar = facts.calendar === undefined ? [] : [subscription(facts.calendar)];
    const how = facts.kind === "request" ? [say("list.by-meeting")] : [];
    return joined([...lists, ...how, ...calendar], "\n\n")(locale);
  };
}

function subscription(calendar: string): Text {
  return say("list.subscribe", { link: md`[${say("list.subscribe-link")}](<${linkAddress(calendar)}>)` });
}

function heading({ title, languages, topics, link, linkFor }: Session): Text {
  const about = topics.map((it) => inlineText(it, 60));
  return joined(
    [
      say("list.title", { title: inlineText(title, 100) }),
      ...(languages.length > 0 ? [say("list.in-languages", { languages: listed(languages.map(languageName)) })] : []),
      ...(about.length > 0 ? [say("list.about", { topics: listed(about) })] : []),
      ...(link !== undefined && linkFor === "everyone" ? [md`[${say("list.where")}](<${linkAddress(link)}>)`] : []),
    ],
    ", ",
  );
}

function languageName(tag: string): Text {
  return ({ language }) => inlineText(new Intl.DisplayNames(language, { type: "language" }).of(tag) ?? tag, 40);
}

function row(session: Session, facts: ListFacts): Text {
  const hosts = withHosts(session, facts.hosts);
  return md`- ${say("list.row", { slot: saySlot(session), hosts, free: sayFree(session, facts) })}`;
}

function withHosts({ hosts }: Session, may: ReadonlySet<string>): Text {
  const named = hosts.filter((it) => may.has(it)).map((it) => inlineText(it, 60));
  return named.length > 0 ? say("list.hosts", { names: andOf(named) }) : say("list.no-host");
}

function sayFree(session: Session, { taken, notice, now, number, kind }: ListFacts): Text {
  const from = new Date(now.getTime() + secondsOf(notice) * 1000);
  const own = taken.find((it) => it.number === number);
  const free = slotsOf([session]).filter((it) => isFree(it, taken));
  const open = free.filter(({ slot }) => slot.start >= from);
  const isHere = own?.series === session.series && own.session === session.key;
  const ours = isHere ? [say("list.ours", { time: localTime(own.start, session.timeZone).slice(11) })] : [];
  if (free.length === 0) return sentences([...ours, say(isHere ? "list.else-full" : "list.full")]);
  if (open.length === 0) return sentences([...ours, say("list.too-late")]);
  if (kind === "request") return sentences([...ours, say("list.free-count", { count: open.length })]);
  // Whoever has a slot can take another one instead.
  const slots = enumerated(open.slice(0, maxSlots).map((it) => toCommand(it, own ? "move " : "")));
  const more = open.length - maxSlots;
  return sentences([...ours, more > 0 ? say("list.free-more", { slots, count: more }) : say("list.free", { slots })]);
}
