import type { Shift } from "../../../rota/shift.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { sayTimeIn } from "../../../text/say-time.ts";

/** Who is on call, as `/oncall` found it. */
export interface WhoIsOnCall {
  readonly shift: Shift | undefined;
  /** Until when the same people go on; missing where no end is in sight. */
  readonly until: Date | undefined;
  /** The first shift after that. */
  readonly next: Shift | undefined;
  /** Of those named here, whoever GitHub does not know, or gives no triage rights. */
  readonly mayNotTriage: readonly string[];
}

/** Names without mentions: whoever is on call is not called by a question for it. */
export function whoIsOnCall({ shift, until, next, mayNotTriage }: WhoIsOnCall, timeZone: string): string {
  const sentences = [
    shift
      ? `${nameOf(shift)} is on call${until ? ` until ${sayTimeIn(timeZone, until)}` : ", and no end of it is in sight"}.`
      : "Nobody is on call now.",
    ...(next ? [nextSentence(shift ? "After that" : "Next", next, until, timeZone)] : []),
    ...(next || until === undefined ? [] : ["After that nobody is on call for a year."]),
  ];
  const warnings = mayNotTriage.map((it) => {
    return `> [!WARNING]\n> GitHub does not know \`${it}\` as somebody who may triage here. I mention nobody who may not: look at the login in \`on-call\`, and at their rights.`;
  });
  return [sentences.join(" "), ...warnings].join("\n\n");
}

export const noRota = "There is no rota here: nobody has listed people in `on-call.layers` of the config.";

function nextSentence(word: string, next: Shift, until: Date | undefined, timeZone: string): string {
  const isAtOnce = until?.getTime() === next.from.getTime();
  return `${word}: ${nameOf(next)}${isAtOnce ? "" : ` from ${sayTimeIn(timeZone, next.from)} on`}.`;
}

function nameOf({ who, team, isCover }: Shift): string {
  const name = team === undefined || who.length > 0 ? who : [`the team ${team}`];
  return `**${name.map((it) => inlineText(it, 100)).join(", ")}**${isCover ? " (as a cover)" : ""}`;
}
