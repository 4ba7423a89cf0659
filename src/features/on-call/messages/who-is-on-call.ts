import type { Text } from "../../../core/language.ts";
import type { Shift } from "../../../rota/shift.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { enumerated, joined, md, sentences } from "../../../words/compose-text.ts";
import { timeIn } from "../../../words/times.ts";
import { say } from "./words.ts";

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
export function whoIsOnCall(facts: WhoIsOnCall, timeZone: string): Text {
  const { until, next, mayNotTriage } = facts;
  const said = [
    now(facts, timeZone),
    ...(next ? [afterwards(facts, next, timeZone)] : []),
    ...(next || until === undefined ? [] : [say("rota.nobody-after")]),
  ];
  const warnings = mayNotTriage.map((login) => md`> [!WARNING]\n> ${say("rota.warning", { login })}`);
  return joined([sentences(said), ...warnings], "\n\n");
}

export const noRota = say("rota.none");

function now({ shift, until }: WhoIsOnCall, timeZone: string): Text {
  if (!shift) return say("rota.nobody");
  const who = nameOf(shift);
  return until ? say("rota.until", { who, time: timeIn(timeZone, until) }) : say("rota.no-end", { who });
}

function afterwards({ shift, until }: WhoIsOnCall, next: Shift, timeZone: string): Text {
  const who = nameOf(next);
  if (until?.getTime() === next.from.getTime()) {
    return say(shift ? "rota.after-that" : "rota.next-at-once", { who });
  }
  const time = timeIn(timeZone, next.from);
  return say(shift ? "rota.after-that-from" : "rota.next", { who, time });
}

function nameOf({ who, team, isCover }: Shift): Text {
  const name = enumerated(
    team === undefined || who.length > 0
      ? who.map((it) => inlineText(it, 100))
      : [say("rota.team", { team: inlineText(team, 100) })],
  );
  return isCover ? say("rota.cover", { name }) : md`**${name}**`;
}
