import type { Booking } from "../../../core/booking.ts";
import { inlineText, viaRedirect } from "../../../text/neutralise.ts";
import { sayTime } from "../../../text/say-time.ts";
import type { WhyNot } from "../slots/wish.ts";
import type { SlotChoice } from "../slots/choice.ts";
import { sayChoice, saySlot, toCommand } from "./say-slot.ts";

/*
 * What is said to whoever cannot have a slot: what happened, what to do, who may.
 */

const howToWrite =
  "Write a day and a time as the session's own clocks show them, `/office-hours 2026-12-08 14:30`, in UTC with a `Z` behind it, or a day alone. `/office-hours` alone takes the next free slot, and `/office-hours list` shows what there is.";

/** `day`: why a day could not be read, which may say which one was meant. */
export function notATime(text: string, day: string | undefined): string {
  const why = day === undefined ? "" : `: ${day}`;
  const end = /[.?!]$/u.test(why) ? "" : ".";
  return `I cannot read “${inlineText(text, 60)}” as a time${why}${end} ${howToWrite}`;
}

export function tooManyWords(verb: "list" | "cancel"): string {
  return `\`/office-hours ${verb}\` takes no more words. ${verb === "cancel" ? "It calls off what this discussion has booked." : "It lists the next sessions."}`;
}

/** Nobody has configured a session of this kind. */
export function noSessions(kind: Booking["kind"]): string {
  const what = kind === "request" ? "meetings about feature requests" : "office hours";
  return `This project has no ${what}: none stand under \`sessions\` in its config. Whoever may push to the default branch can add them.`;
}

/** Meetings about requests are booked by those who decide. */
export const inRequestCategory =
  "This discussion is a feature request. A meeting about it is booked by people with write rights, with `/meeting`; office hours are for questions.";

export const threadClosed =
  "This discussion is closed, so no slot is booked for it. Whoever opened it can open it again if it is not solved, and then book one.";

export const threadAnswered =
  "This discussion has a marked answer, so no slot is booked for it. If that does not solve it, unmark the answer and say what is missing; then book one.";

export const threadLocked =
  "This discussion is locked, and I may not say here when a session is, so I booked none. Somebody with write rights can unlock it.";

export const askerGone =
  "The account of whoever opened this discussion is gone, so there is nobody to meet. If you have the same question, open a discussion of your own and book a slot there.";

export function alreadyBooked(booking: Booking): string {
  return `This discussion has a slot already: ${sayBooked(booking)}. \`/office-hours move\` takes another one, \`/office-hours cancel\` gives it back.`;
}

export const bookedHere = "One comment can book one slot. Write the second command in a comment of its own.";

export const nothingBooked =
  "Nothing is booked for this discussion, so there is nothing to move or to call off. `/office-hours` books the next free slot.";

export function alreadyBegun(booking: Booking): string {
  return `The session of this discussion has begun, or is over: ${sayBooked(booking)}. It can be moved or called off no more. Its host says with \`/outcome\` what came of it.`;
}

/** A second session follows from what came of the first. */
export function outcomeMissing(booking: Booking): string {
  return `This discussion had a session already: ${sayBooked(booking)}, and nobody has written down yet what came of it. Its host does so with \`/outcome\`; after that, or by people with triage rights, another one can be booked.`;
}

/** The others that the asker has, and how to make room. */
export function tooManyBookings(bookings: readonly Booking[], perPerson: number): string {
  const listed = bookings
    .slice(0, 5)
    .map((it) => `- [${inlineText(it.title, 100)}](<${viaRedirect(it.url)}>): ${sayBooked(it)}`)
    .join("\n");
  const many = perPerson === 1 ? "one slot to come" : `${perPerson} slots to come`;
  return `One person can have ${many} at a time, in all discussions together, and has:\n\n${listed}\n\n\`/office-hours cancel\` in one of these makes room. People with triage rights can book more.`;
}

/** `next`: the first slot beyond the days in which one can book, and when it can be booked. */
export function nothingFree(
  days: number,
  next: { readonly choice: SlotChoice; readonly from: Date } | undefined,
): string {
  const head = `No slot is free within the next ${days} days.`;
  return next
    ? `${head} The next one is ${sayChoice(next.choice)}; it can be booked from ${sayTime(next.from)} on. A slot that somebody gives back is free before that: \`/office-hours list\` shows it.`
    : `${head} None is planned after that either. Slots that others give back are free again: \`/office-hours list\` shows them.`;
}

/** Why a wished time cannot be had, with the nearest that can. */
export function notThen(
  why: Exclude<WhyNot, "nothing-free">,
  wished: string,
  { notice, days, nearest, verb }: NotThen,
): string {
  const when = inlineText(wished, 40);
  const said: Readonly<Record<Exclude<WhyNot, "nothing-free">, string>> = {
    past: `${when} is over.`,
    "no-slot": `No slot begins at ${when}.`,
    taken: `What there is at ${when} is taken.`,
    "too-late": `It is too late to book ${when}: a slot is booked ${notice} before it begins at the latest, so that whoever holds it can prepare.`,
    "too-far": `It is too early to book ${when}: slots can be booked ${days} days ahead.`,
    same: `${when} is what this discussion has already.`,
  };
  const listed = nearest.map((it) => `- ${sayChoice(it)}: ${toCommand(it, verb)}`).join("\n");
  const free =
    nearest.length > 0 ? `Free, and nearest to it:\n\n${listed}` : `No other slot is free within ${days} days.`;
  return `${said[why]} ${free}`;
}

interface NotThen {
  /** As the config has it. */
  readonly notice: string;
  readonly days: number;
  readonly nearest: readonly SlotChoice[];
  readonly verb: "" | "move ";
}

function sayBooked({ start, end, timeZone }: Booking): string {
  return saySlot({ start: new Date(start), end: new Date(end), timeZone });
}
