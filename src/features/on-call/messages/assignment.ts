import { inlineText } from "../../../text/neutralise.ts";

/** Longest name that is shown; logins have 39 characters, those of enterprises some more. */
const maxName = 60;

/** Our comment's section that says whose the thread is. Nobody is notified: whoever takes a thread knows it. */
export function assignmentSection(to: string, by: string): string {
  const from = to === by ? "" : `, handed over by ${nameOf(by)}`;
  return `👤 **${nameOf(to)}** sees to this question${from}.`;
}

/** The same when it was given back. It says so, since our comment may hold nothing else, and GitHub takes no empty one. */
export const releasedSection = "👤 Nobody sees to this question for now; `/take` takes it.";

/** The answer to a handover, which is the one that has to notify somebody. It has triage rights here. */
export function handedOver(to: string, by: string): string {
  return `@${to}, ${nameOf(by)} hands this question over to you. \`/release\` gives it back.`;
}

export const handoffUsage =
  "Say who is to have it: `/handoff @<login>`, one person with triage rights. `/release` gives it to nobody.";

export function mayNotTriage(login: string): string {
  return `${nameOf(login)} may not triage here, so this question cannot be handed over to them. It can be handed to people with triage rights.`;
}

export const nobodyHasIt = "Nobody has taken this question, so there is nothing to release. `/take` takes it.";

export const alreadyAssigned =
  "One comment can give a question to one person. Write the second command in a comment of its own.";

function nameOf(login: string): string {
  return inlineText(login, maxName);
}
