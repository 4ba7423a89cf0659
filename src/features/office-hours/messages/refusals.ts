import type { Booking } from "../../../core/booking.ts";
import type { Text } from "../../../core/language.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { joined, md, sentences } from "../../../words/compose-text.ts";
import { timeInUtc } from "../../../words/times.ts";
import type { WhyNot } from "../slots/wish.ts";
import type { SlotChoice } from "../slots/choice.ts";
import { sayChoice, saySlot, toCommand } from "./say-slot.ts";
import { say } from "./words.ts";

/*
 * What is said to whoever cannot have a slot: what happened, what to do, who may.
 */

/** `day`: why a day could not be read, which may say which one was meant. */
export function notATime(text: string, day: Text | undefined): Text {
  const named = { text: inlineText(text, 60), how: say("how-to-write") };
  if (!day) return say("refused.not-a-time", named);
  // A reason that asks back ends in its own mark.
  return (locale) => say("refused.not-a-day", { ...named, why: day })(locale).replace(/(?<=[?？])[.。]/u, "");
}

export function tooManyWords(verb: "list" | "cancel"): Text {
  return say(`refused.more-words-${verb}`);
}

/** Nobody has configured a session of this kind. */
export function noSessions(kind: Booking["kind"]): Text {
  return say(kind === "request" ? "refused.no-meetings" : "refused.no-office-hours");
}

/** Meetings about requests are booked by those who decide. */
export const inRequestCategory = say("refused.in-request-category");

export const threadClosed = say("refused.closed");

export const threadAnswered = say("refused.answered");

export const threadLocked = say("refused.locked");

export const askerGone = say("refused.asker-gone");

export function alreadyBooked(booking: Booking): Text {
  return say("refused.already-booked", { slot: sayBooked(booking) });
}

export const bookedHere = say("refused.booked-here");

export const nothingBooked = say("refused.nothing-booked");

export function alreadyBegun(booking: Booking): Text {
  return say("refused.already-begun", { slot: sayBooked(booking) });
}

/** A second session follows from what came of the first. */
export function outcomeMissing(booking: Booking): Text {
  return say("refused.outcome-missing", { slot: sayBooked(booking) });
}

/** The others that the asker has, and how to make room. */
export function tooManyBookings(bookings: readonly Booking[], perPerson: number): Text {
  const lines = bookings.slice(0, 5).map((it) => {
    return md`- [${inlineText(it.title, 100)}](<${viaRedirect(it.url)}>): ${sayBooked(it)}`;
  });
  const head = say("refused.too-many", { count: perPerson });
  return md`${head}\n\n${joined(lines, "\n")}\n\n${say("refused.too-many-how")}`;
}

/** `next`: the first slot beyond the days in which one can book, and when it can be booked. */
export function nothingFree(
  days: number,
  next: { readonly choice: SlotChoice; readonly from: Date } | undefined,
): Text {
  return next
    ? say("refused.nothing-free-yet", { days, slot: sayChoice(next.choice), time: timeInUtc(next.from) })
    : say("refused.nothing-free", { days });
}

/** Why a wished time cannot be had, with the nearest that can. */
export function notThen(
  why: Exclude<WhyNot, "nothing-free">,
  wished: string,
  { notice, days, nearest, verb }: NotThen,
): Text {
  const said = say(`not-then.${why}`, { when: inlineText(wished, 40), notice, days });
  const lines = nearest.map((it) => md`- ${sayChoice(it)}: ${toCommand(it, verb)}`);
  const free =
    lines.length > 0 ? md`${say("not-then.nearest")}\n\n${joined(lines, "\n")}` : say("not-then.none", { days });
  return sentences([said, free]);
}

interface NotThen {
  /** As the config has it. */
  readonly notice: string;
  readonly days: number;
  readonly nearest: readonly SlotChoice[];
  readonly verb: "" | "move ";
}

function sayBooked({ start, end, timeZone }: Booking): Text {
  return saySlot({ start: new Date(start), end: new Date(end), timeZone });
}
