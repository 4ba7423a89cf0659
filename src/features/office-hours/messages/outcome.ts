import type { Booking } from "../../../core/booking.ts";
import type { Text } from "../../../core/language.ts";
import { linkAddress } from "../../../text/link-address.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { quote } from "../../../text/quote.ts";
import { joined, listed, md } from "../../../words/compose-text.ts";
import { timeInUtc } from "../../../words/times.ts";
import { say } from "./words.ts";

/** Quoted of an outcome, in UTF-16 units; the whole of it stands in the comment, to which a link leads. */
const maxQuoteLength = 2_000;

/** Which comment of a thread is marked as its answer: that of the outcome, another one, or none; `impossible`: its category has no answers. */
export type AnswerMark = "outcome" | "another" | "none" | "impossible";

/** What came of a session, in the words of whoever wrote it down. */
export function outcomeShown(
  { start, hosts, outcome }: Pick<Booking, "start" | "hosts" | "outcome">,
  mark: AnswerMark,
): Text {
  if (!outcome) return () => "";
  const { by, text, url } = outcome;
  const names = hosts.length === 0 ? [by] : hosts;
  const isHosts = names.some((it) => it.toLowerCase() === by.toLowerCase());
  const comment = isHosts
    ? say("outcome.comment", { url })
    : say("outcome.comment-by", { url, by: inlineText(by, 60) });
  const head = say("outcome.shown", {
    names: listed(names.map((it) => inlineText(it, 60))),
    time: timeInUtc(new Date(start)),
    comment,
  });
  return joined([head, quote(text, maxQuoteLength), say(`mark.${mark}`)], "\n\n");
}

/** Said where nobody came to a slot. */
export function noShowShown({ start }: Pick<Booking, "start">): Text {
  return md`${say("no-show", { time: timeInUtc(new Date(start)) })}\n\n${say("no-show-again")}`;
}

/** Why `/outcome` of office hours is refused, and what to do instead. */
export const noOutcome = {
  unbooked: say("no-outcome.unbooked"),
  calledOff: say("no-outcome.called-off"),
  toCome: (start: string): Text => say("no-outcome.to-come", { time: timeInUtc(new Date(start)) }),
  writtenDown: (url: string): Text => say("no-outcome.written-down", { url: linkAddress(url) }),
  wordless: say("no-outcome.wordless"),
} as const;
