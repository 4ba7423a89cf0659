import type { Booking } from "../../../core/booking.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { listInWords } from "../../../text/list-in-words.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { quote } from "../../../text/quote.ts";
import { sayTime } from "../../../text/say-time.ts";

/** Quoted of an outcome, in UTF-16 units; the whole of it stands in the comment, to which a link leads. */
const maxQuoteLength = 2_000;

/** Which comment of a thread is marked as its answer: that of the outcome, another one, or none; `impossible`: its category has no answers. */
export type AnswerMark = "outcome" | "another" | "none" | "impossible";

const marks: Readonly<Record<AnswerMark, string>> = {
  outcome: "That comment is marked as the answer.",
  another: "Another comment is marked as the answer.",
  none: "No comment is marked as the answer.",
  impossible: "In this category no comment can be marked as the answer, so I marked none.",
};

/** What came of a session, in the words of whoever wrote it down. */
export function outcomeShown(
  { start, hosts, outcome }: Pick<Booking, "start" | "hosts" | "outcome">,
  mark: AnswerMark,
): string {
  if (!outcome) return "";
  const { by, text, url } = outcome;
  const names = hosts.length === 0 ? [by] : hosts;
  const isHosts = names.some((it) => it.toLowerCase() === by.toLowerCase());
  const comment = isHosts ? `[comment](<${url}>)` : `[written down](<${url}>) by ${inlineText(by, 60)}`;
  return [
    `**What came of the session** with ${listInWords(names.map((it) => inlineText(it, 60)))} on ${sayTime(new Date(start))} (${comment}):`,
    quote(text, maxQuoteLength),
    marks[mark],
  ].join("\n\n");
}

/** Said where nobody came to a slot. */
export function noShowShown({ start }: Pick<Booking, "start">): string {
  return [
    `**The slot on ${sayTime(new Date(start))} was missed.** That happens. The next word is that of whoever asked: is it solved, or still of interest?`,
    "`/office-hours` books the next free slot.",
  ].join("\n\n");
}

/** Why `/outcome` of office hours is refused, and what to do instead. */
export const noOutcome = {
  unbooked:
    "No session is booked for this discussion, so it has no outcome. `/office-hours` books a slot for whoever asked; an answer without a session is a comment that `/answer` marks.",
  calledOff:
    "The session of this discussion was called off, so it has no outcome. `/office-hours` books another slot; an answer without a session is a comment that `/answer` marks.",
  toCome: (start: string) =>
    `The session of this discussion begins on ${sayTime(new Date(start))}: write the outcome when it has begun. \`/office-hours cancel\` calls it off.`,
  writtenDown: (url: string) =>
    `[What came of the session](<${linkAddress(url)}>) is written down already. If nobody came after all, delete that comment, and then write \`/outcome no-show\`.`,
  wordless:
    "Write what came of the session behind the command, in as many lines as it takes: `/outcome The lease was too short; set it to 30 s.` Where nobody came: `/outcome no-show`.",
};
