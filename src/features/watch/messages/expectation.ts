import type { Text } from "../../../core/language.ts";
import { neutralise } from "../../../text/neutralise.ts";
import type { ClockReading } from "../../../timeline/clock-reading.ts";
import { joined, sentences } from "../../../words/compose-text.ts";
import { timeInUtc } from "../../../words/times.ts";
import type { ReckonedThread } from "../clocks/reckon-thread.ts";
import type { PriorityName, WatchConfig } from "../config.ts";
import { fillTemplate, saysWhen } from "./fill-template.ts";
import { say } from "./words.ts";

/**
 * What the asker may expect next, while the thread waits on the team; undefined where the config promises nothing. It
 * follows from when the wait began and what is due, so that it is the same until one of these changes.
 */
export function expectation(
  { clocks, calendar }: Pick<ReckonedThread, "clocks" | "calendar">,
  priority: PriorityName,
  config: WatchConfig,
): Text | undefined {
  const { mode, meanwhile } = config.expectation;
  const template = config.priorities[priority].expectation;
  if (mode === "off" || template === null) return undefined;
  const promised = promisedClock(clocks);
  const dueAt = promised?.dueAt;
  if (!promised || !dueAt) {
    return template === undefined || saysWhen(template)
      ? undefined
      : section(neutralise(fillTemplate(template, { by: "", priority })), meanwhile);
  }
  const time = timeInUtc(dueAt);
  if (promised.isBreached) return section(late(promised, time, config), meanwhile);
  const said = template === undefined ? usual(promised, time, config) : filled(template, time, priority);
  const { startedAt } = promised;
  const opening = calendar.isOpenAt(startedAt) ? undefined : calendar.nextOpening(startedAt);
  const hours = opening && say("outside-hours", { time: timeInUtc(opening) });
  return section(sentences([said, ...(hours ? [hours] : [])]), meanwhile);
}

/** The maintainer's own words, in the one language that they chose. */
function filled(template: string, time: Text, priority: PriorityName): Text {
  return (locale) => neutralise(fillTemplate(template, { by: `**${time(locale)}**`, priority }));
}

/** A reply is what an asker waits for; when none is owed by a time, the answer. */
function promisedClock(clocks: readonly ClockReading[]): ClockReading | undefined {
  const running = clocks.filter(({ state, dueAt }) => state === "running" && dueAt);
  return running.findLast(({ clock }) => clock !== "resolution") ?? running.at(0);
}

function usual({ clock }: Pick<ClockReading, "clock">, time: Text, config: WatchConfig): Text {
  const { wording } = config.expectation;
  if (clock === "resolution") return say(`${wording}.answer`, { time });
  const isAnyone = clock === "first-response" && config["first-response"] === "anyone";
  return say(`${wording}.${isAnyone ? "first-reply" : "reply"}`, { time });
}

function late({ clock }: ClockReading, time: Text, { expectation: { wording } }: WatchConfig): Text {
  return say(`late.${wording}.${clock === "resolution" ? "answer" : "reply"}`, { time });
}

function section(what: Text | string, meanwhile: string | undefined): Text {
  return joined(
    [say("next", { what }), ...(meanwhile === undefined ? [] : [neutralise(meanwhile)]), say("footer")],
    "\n\n",
  );
}

/** Stands where an expectation stood that holds no more. */
export function settledExpectation({ status }: ReckonedThread["state"], needsInfo: boolean): Text {
  switch (status) {
    case "waiting-on-asker":
      return say(needsInfo ? "settled.needs-info" : "settled.replied");
    case "answered":
    case "closed":
    case "awaiting-decision":
    case "session-booked":
      return say(`settled.${status}`);
    default:
      return say("settled.no-time");
  }
}

/** Stands there for good, where it was written often enough: it stays true whatever happens. */
export const lastExpectation = say("settled.last");

/** Stands there when the thread is watched no more. */
export const unwatchedExpectation = say("unwatched");
