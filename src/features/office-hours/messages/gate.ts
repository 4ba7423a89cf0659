import type { Text } from "../../../core/language.ts";
import { joined, md } from "../../../words/compose-text.ts";
import { timeInUtc } from "../../../words/times.ts";
import type { MissingSteps } from "../gate/missing-steps.ts";
import { say } from "./words.ts";

/** Why a slot cannot be booked yet: what is missing, when it will be possible, and who may book before. */
export function gateRefusal({ needs, docs, team }: MissingSteps): Text {
  const steps = [...(docs === "waiting" ? [say("gate.docs")] : []), ...(team === undefined ? [] : [teamStep(team)])];
  const either = needs === "any" && steps.length > 1;
  return joined(
    [
      say("gate.intro", { missing: missing(docs, either) }),
      "",
      ...steps.map((it) => md`- ${it}`),
      "",
      say("gate.helpers"),
    ],
    "\n",
  );
}

function missing(docs: MissingSteps["docs"], either: boolean): Text {
  if (docs === "nothing-suggested") return say("gate.nothing-suggested");
  return say(either ? "gate.either" : "gate.missing");
}

function teamStep(team: NonNullable<MissingSteps["team"]>): Text {
  switch (team.is) {
    case "due":
      return say(team.what === "reply" ? "gate.team-reply" : "gate.team-answer", { time: timeInUtc(team.at) });
    case "your-turn":
      return say("gate.your-turn");
    default:
      return say(team.hasReply ? "gate.replies" : "gate.no-time");
  }
}
