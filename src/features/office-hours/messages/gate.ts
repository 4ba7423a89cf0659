import { sayTime } from "../../../text/say-time.ts";
import type { MissingSteps } from "../gate/missing-steps.ts";

/** Why a slot cannot be booked yet: what is missing, when it will be possible, and who may book before. */
export function gateRefusal({ needs, docs, team }: MissingSteps): string {
  const steps = [...(docs === "waiting" ? [docsStep] : []), ...(team === undefined ? [] : [teamStep(team)])];
  const either = needs === "any" && steps.length > 1;
  return [
    `Office hours are for what docs and team could not solve. ${missing(docs, either)}`,
    "",
    ...steps.map((it) => `- ${it}`),
    "",
    "People with triage rights can book for you at any time.",
  ].join("\n");
}

function missing(docs: MissingSteps["docs"], either: boolean): string {
  if (docs === "nothing-suggested") return "Nothing in the docs seemed to fit this question, so the team comes first:";
  return either ? "Neither was tried here yet; one of these opens them:" : "Missing here:";
}

const docsStep =
  "**The suggestions above.** If they do not help, comment `/not-helpful`, or say here what you tried and what happened; then `/office-hours` books at once.";

function teamStep(team: NonNullable<MissingSteps["team"]>): string {
  switch (team.is) {
    case "due":
      return `**The team.** It aims at ${team.what === "reply" ? "a reply" : "an answer"} by **${sayTime(team.at)}**, not counting the time in which the next word is yours. If none has come by then, \`/office-hours\` books from then on.`;
    case "your-turn":
      return "**The team.** It has replied, and the next word is yours. If the reply does not help, say so here with what you tried; then `/office-hours` books at once.";
    default:
      return team.hasReply
        ? "**The replies here.** If they do not help, say so here with what you tried; then `/office-hours` books at once."
        : "**The team.** No time is set by which it replies here, so I cannot say when. Once somebody has replied and it does not help, say so, and `/office-hours` books; or ask somebody with triage rights to book for you.";
  }
}
