import { neutralise } from "../../../text/neutralise.ts";
import type { ClockReading } from "../../../timeline/clock-reading.ts";
import type { ReckonedThread } from "../clocks/reckon-thread.ts";
import type { PriorityName, WatchConfig } from "../config.ts";
import { fillTemplate, saysWhen } from "./fill-template.ts";
import { sayTime } from "../../../text/say-time.ts";

const footer = "<sub>I am a bot. I keep this up to date.</sub>";

/**
 * What the asker may expect next, while the thread waits on the team; undefined where the config promises nothing. It
 * follows from when the wait began and what is due, so that it is the same until one of these changes.
 */
export function expectation(
  { clocks, calendar }: Pick<ReckonedThread, "clocks" | "calendar">,
  priority: PriorityName,
  config: WatchConfig,
): string | undefined {
  const { mode, wording, meanwhile } = config.expectation;
  const template = config.priorities[priority].expectation;
  if (mode === "off" || template === null) return undefined;
  const promised = promisedClock(clocks);
  const by = promised?.dueAt && sayTime(promised.dueAt);
  if (by === undefined) {
    return template === undefined || saysWhen(template)
      ? undefined
      : section([neutralise(fillTemplate(template, { by: "", priority })), meanwhile]);
  }
  if (promised?.isBreached) return section([late(promised, by, wording), meanwhile]);
  const said =
    template === undefined
      ? usual(promised, by, config)
      : neutralise(fillTemplate(template, { by: `**${by}**`, priority }));
  const startedAt = promised?.startedAt;
  const opening = startedAt && !calendar.isOpenAt(startedAt) ? calendar.nextOpening(startedAt) : undefined;
  const hours = opening && `It was written outside of the team's hours, which begin on ${sayTime(opening)}.`;
  return section([[said, hours].filter((it) => it !== undefined).join(" "), meanwhile]);
}

/** A reply is what an asker waits for; when none is owed by a time, the answer. */
function promisedClock(clocks: readonly ClockReading[]): ClockReading | undefined {
  const running = clocks.filter(({ state, dueAt }) => state === "running" && dueAt);
  return running.findLast(({ clock }) => clock !== "resolution") ?? running.at(0);
}

function usual(
  { clock }: Pick<ClockReading, "clock"> = { clock: "resolution" },
  by: string,
  config: WatchConfig,
): string {
  const isPromise = config.expectation.wording === "promise";
  if (clock === "resolution") {
    return isPromise
      ? `The team promises an answer by **${by}**, not counting the time in which the next word is yours.`
      : `The team aims at an answer by **${by}**, not counting the time in which the next word is yours.`;
  }
  const isAnyone = clock === "first-response" && config["first-response"] === "anyone";
  if (isPromise) return `${isAnyone ? "Somebody" : "Somebody of the team"} replies by **${by}**.`;
  return isAnyone ? `We aim at a first reply by **${by}**.` : `The team aims to reply by **${by}**.`;
}

function late({ clock }: ClockReading, by: string, wording: "aim" | "promise"): string {
  const what = clock === "resolution" ? "An answer" : "A reply";
  const meant = wording === "promise" ? "was promised" : "was meant to come";
  return `${what} ${meant} by ${by}, and is late. The question is still on the team's list.`;
}

function section([what, meanwhile]: readonly [string, string | undefined]): string {
  return [`**What happens next:** ${what}`, ...(meanwhile === undefined ? [] : [neutralise(meanwhile)]), footer].join(
    "\n\n",
  );
}

/** Stands where an expectation stood that holds no more. */
export function settledExpectation({ status }: ReckonedThread["state"], needsInfo: boolean): string {
  switch (status) {
    case "waiting-on-asker":
      return needsInfo
        ? "The team waits for something from you; the next word is yours."
        : "The team has replied; the next word is yours.";
    case "answered":
      return "This question is answered.";
    case "closed":
      return "This discussion is closed.";
    case "awaiting-decision":
      return "This request waits for its decision, for which no time is set.";
    case "session-booked":
      return "A session is booked for this.";
    default:
      return "No time is set for the next reply.";
  }
}
