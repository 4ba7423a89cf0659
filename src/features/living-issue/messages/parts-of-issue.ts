import type { ClockKind } from "../../../core/thread-status.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { shortTimesIn } from "../../../text/say-time.ts";
import type { Listed, ListedSession, ListedThread, Lists, WaitingThread } from "../lists.ts";

export const livingIssueTitle = "Support: who waits on whom";

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

const clocks: Readonly<Record<ClockKind, string>> = {
  "first-response": "first response",
  "next-response": "next response",
  resolution: "resolution",
};

/** What the issue says, part by part, in the order in which somebody should look. Empty parts are left out. */
export function partsOfIssue(lists: Lists, timeZone: string): readonly Part[] {
  const time = shortTimesIn(timeZone);
  const parts: readonly Part[] = [
    part("Waiting on us", lists.onUs, (it) => waitingOnUs(it, time)),
    part("Waiting on the asker", lists.onAsker, (it) => `- since ${time(it.since)}: ${linkTo(it)}`),
    {
      ...part("Answers to be marked", lists.toBeMarked, (it) => `- ${linkTo(it)}, proposed ${time(it.since)}`),
      lead: "It looks as if these comments solved it. Whoever asked, or somebody with triage rights, replies `/answer` under them.",
    },
    part(
      "Awaiting a decision",
      lists.toBeDecided,
      (it) => `- ${linkTo(it)}: ${votes(it.votes)}, since ${time(it.since)}`,
    ),
    ...faqPart(lists.faq),
    {
      ...part("Targets missed this week", lists.breaches, (it) => {
        const open = it.isOpen ? "still open" : "met late";
        return `- ${linkTo(it)}: ${clocks[it.clock]} was due ${time(it.dueAt)} (${inlineText(it.priority, 30)}, ${open})`;
      }),
    },
    {
      ...part("Sessions without an outcome", lists.withoutOutcome, (it) => `- ${session(it, time)}`),
      lead: "Whoever held it, or anybody with triage rights, comments `/outcome <what came of it>` in the discussion; in that of a feature request, a maintainer does, and then decides.",
    },
    {
      ...part("Sessions without a host", lists.withoutHost, (it) => `- ${session(it, time)}`),
      lead: "These are booked, and nobody is named who holds them: `sessions` or `on-call` in the config says who.",
    },
  ];
  return parts.filter(({ total, lines }) => total > 0 || lines.length > 0);
}

function part<Item>(heading: string, { items, total, hidden }: Listed<Item>, lineOf: (item: Item) => string): Part {
  return {
    heading,
    lines: items.map(lineOf),
    total: Math.max(total, items.length),
    ...(hidden !== undefined && { hidden }),
  };
}

function waitingOnUs(it: WaitingThread, time: (at: Date) => string): string {
  const { due, since, priority, assignee } = it;
  const when = due ? `${due.isOver ? "**overdue since**" : "by"} ${time(due.at)}` : `since ${time(since)}`;
  const about = [
    inlineText(priority, 30),
    ...(due ? [clocks[due.clock]] : []),
    ...(assignee === undefined ? [] : [`${inlineText(assignee, 60)} has it`]),
  ];
  return `- ${when}: ${linkTo(it)} (${about.join(", ")})`;
}

function session(it: ListedSession, time: (at: Date) => string): string {
  const { at, when = "", hosts = [], awaitsDecision } = it;
  const held = [
    at ? time(at) : inlineText(when, 80),
    ...(hosts.length === 0 ? [] : [`with ${hosts.map((host) => inlineText(host, 60)).join(", ")}`]),
    ...(awaitsDecision ? ["awaits its decision"] : []),
  ];
  return `${linkTo(it)}: ${held.join(", ")}`;
}

function votes(count: number): string {
  return count === 1 ? "1 vote" : `${count} votes`;
}

/** Whoever follows it arrives in the thread, where no "mentioned this" is left. */
function linkTo({ title, url, number, repository }: ListedThread): string {
  const place = repository === undefined ? "" : `${inlineText(`${repository}#${number}`, 160)} `;
  return `[${place}${inlineText(title, 120) || `discussion ${number}`}](<${linkAddress(viaRedirect(url))}>)`;
}

/** The FAQ's lists have headings of their own, one deeper. */
function faqPart(faq: string): readonly Part[] {
  return faq === "" ? [] : [{ heading: "FAQ", lines: faq.split("\n"), total: 0 }];
}
