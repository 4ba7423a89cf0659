import type { Locale, Text } from "../../../core/language.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { enumerated, joined, md, type Part as TextPart } from "../../../words/compose-text.ts";
import { shortTimeIn } from "../../../words/times.ts";
import type { Listed, ListedSession, ListedThread, Lists, WaitingThread } from "../lists.ts";
import { say } from "./words.ts";

/** A part of the issue: a heading with a count, what it is, and a line for each item, the most urgent first. */
export interface Part {
  readonly heading: string;
  readonly lead?: string;
  readonly lines: readonly string[];
  /** Items there are; more than there are lines where not all were read. */
  readonly total: number;
  /** How many of them are counted alone, and have no line. */
  readonly hidden?: number;
}

/** What the issue says, part by part, in the order in which somebody should look. Empty parts are left out. */
export function partsOfIssue(lists: Lists, timeZone: string, locale: Locale): readonly Part[] {
  const time = (at: Date) => shortTimeIn(timeZone, at);
  const part = <Item>(texts: PartTexts, list: Listed<Item>, lineOf: (item: Item) => Text): Part =>
    toPart(texts, list, lineOf, locale);
  const parts: readonly Part[] = [
    part({ heading: say("part.on-us") }, lists.onUs, (it) => waitingOnUs(it, time)),
    part({ heading: say("part.on-asker") }, lists.onAsker, (it) =>
      say("line.since", { time: time(it.since), thread: linkTo(it) }),
    ),
    part({ heading: say("part.to-be-marked"), lead: say("part.to-be-marked-lead") }, lists.toBeMarked, (it) =>
      say("line.proposed", { time: time(it.since), thread: linkTo(it) }),
    ),
    part({ heading: say("part.to-be-decided") }, lists.toBeDecided, (it) =>
      say("line.decision", { thread: linkTo(it), count: it.votes, time: time(it.since) }),
    ),
    ...faqPart(lists.faq, locale),
    part({ heading: say("part.breaches") }, lists.breaches, (it) =>
      say(it.isOpen ? "line.breach-open" : "line.breach-late", {
        thread: linkTo(it),
        clock: say(`clock.${it.clock}`),
        time: time(it.dueAt),
        priority: inlineText(it.priority, 30),
      }),
    ),
    part({ heading: say("part.without-outcome"), lead: say("part.without-outcome-lead") }, lists.withoutOutcome, (it) =>
      session(it, time),
    ),
    part({ heading: say("part.without-host"), lead: say("part.without-host-lead") }, lists.withoutHost, (it) =>
      session(it, time),
    ),
  ];
  return parts.filter(({ total, lines }) => total > 0 || lines.length > 0);
}

interface PartTexts {
  readonly heading: Text;
  readonly lead?: Text;
}

function toPart<Item>(
  { heading, lead }: PartTexts,
  { items, total, hidden }: Listed<Item>,
  lineOf: (item: Item) => Text,
  locale: Locale,
): Part {
  return {
    heading: heading(locale),
    ...(lead && { lead: lead(locale) }),
    lines: items.map((it) => `- ${lineOf(it)(locale)}`),
    total: Math.max(total, items.length),
    ...(hidden !== undefined && { hidden }),
  };
}

type Times = (at: Date) => Text;

function waitingOnUs(it: WaitingThread, time: Times): Text {
  const { due, since, priority, assignee } = it;
  const about = enumerated([
    inlineText(priority, 30),
    ...(due ? [say(`clock.${due.clock}`)] : []),
    ...(assignee === undefined ? [] : [say("about.assignee", { login: inlineText(assignee, 60) })]),
  ]);
  const key = due ? (due.isOver ? "line.overdue" : "line.due") : "line.waiting";
  return say(key, { time: time(due?.at ?? since), thread: linkTo(it), about });
}

function session(it: ListedSession, time: Times): Text {
  const { at, when = "", hosts = [], awaitsDecision } = it;
  const names = hosts.map((host) => inlineText(host, 60));
  const held: readonly TextPart[] = [
    at ? time(at) : inlineText(when, 80),
    ...(names.length === 0 ? [] : [say("session.hosts", { hosts: enumerated(names) })]),
    ...(awaitsDecision ? [say("session.decision")] : []),
  ];
  return md`${linkTo(it)}: ${joined(held, ", ")}`;
}

/** Whoever follows it arrives in the thread, where no "mentioned this" is left. */
function linkTo({ title, url, number, repository }: ListedThread): Text {
  const place = repository === undefined ? "" : `${inlineText(`${repository}#${number}`, 160)} `;
  const name = inlineText(title, 120);
  return md`[${place}${name === "" ? say("discussion", { number }) : name}](<${linkAddress(viaRedirect(url))}>)`;
}

/** The FAQ's lists have headings of their own, one deeper. */
function faqPart(faq: string, locale: Locale): readonly Part[] {
  return faq === "" ? [] : [{ heading: say("part.faq")(locale), lines: faq.split("\n"), total: 0 }];
}
