import type { Text } from "../../../core/language.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { say } from "./words.ts";

/** Longest name that is shown; logins have 39 characters, those of enterprises some more. */
const maxName = 60;

/** Our comment's section that says whose the thread is. Nobody is notified: whoever takes a thread knows it. */
export function assignmentSection(to: string, by: string): Text {
  return to === by ? say("assigned", { login: nameOf(to) }) : say("assigned-by", { login: nameOf(to), by: nameOf(by) });
}

/** The same when it was given back. It says so, since our comment may hold nothing else, and GitHub takes no empty one. */
export const releasedSection = say("released");

/** The answer to a handover, which is the one that has to notify somebody. It has triage rights here. */
export function handedOver(to: string, by: string): Text {
  return say("handed-over", { mention: `@${to}`, by: nameOf(by) });
}

export const handoffUsage = say("refused.handoff-usage");

export function mayNotTriage(login: string): Text {
  return say("refused.may-not-triage", { login: nameOf(login) });
}

export const nobodyHasIt = say("refused.nobody-has-it");

export const alreadyAssigned = say("refused.twice");

function nameOf(login: string): string {
  return inlineText(login, maxName);
}
