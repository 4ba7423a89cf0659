import type { Text } from "../../../core/language.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { md } from "../../../words/compose-text.ts";
import { timeInUtc } from "../../../words/times.ts";
import type { SlotChoice } from "../slots/choice.ts";
import { instantOf, localTime } from "../slots/local-time.ts";
import { say } from "./words.ts";

interface Span {
  readonly start: Date;
  readonly end: Date;
  readonly timeZone: string;
}

/** `**Tuesday, 8 December 2026, 13:00–13:30 UTC** (14:00–14:30 in Europe/Berlin, [in your time zone](…))`. */
export function saySlot(span: Span): Text {
  const { start, end, timeZone } = span;
  const range = rangeOf(span);
  const reader = md`[${say("slot.reader")}](<${readersTime(start)}>)`;
  if (timeZone === "UTC") return say("slot.utc", { range, reader });
  const there = localTime(start, timeZone);
  const isSameDay = there.slice(0, 10) === localTime(start, "UTC").slice(0, 10);
  return say("slot.there", {
    range,
    reader,
    // The day as well where it is another one.
    from: isSameDay ? there.slice(11) : there,
    to: localTime(end, timeZone).slice(11),
    zone: inlineText(timeZone, 60),
  });
}

/** The same in a line of a list. */
export function sayChoice({ session, slot }: SlotChoice): Text {
  return saySlot({ ...slot, timeZone: session.timeZone });
}

/** A choice as a command that books it: in UTC where the session's clocks show that time twice, and mean another one. */
export function toCommand({ session, slot }: SlotChoice, verb: "" | "move " = ""): string {
  const local = localTime(slot.start, session.timeZone);
  const isPlain = instantOf(local, session.timeZone).getTime() === slot.start.getTime();
  return `\`/office-hours ${verb}${isPlain ? local : `${localTime(slot.start, "UTC")}Z`}\``;
}

/** The end stands behind the time of the start, before the zone. */
function rangeOf({ start, end }: Span): Text {
  return (locale) => timeInUtc(start)(locale).replace(/ UTC$|（UTC）$/u, `–${localTime(end, "UTC").slice(11)}$&`);
}

/**
 * A page that shows a time in UTC in the time zone of whoever looks at it, by its address alone. Working groups of the
 * IETF link to it as "See this time in your local timezone", and release votes of Apache Airflow by its template
 * (`dev/README_RELEASE_AIRFLOW.md`), with `p1=1440` for UTC.
 */
function readersTime(time: Date): string {
  const iso = time.toISOString().slice(0, 16).replaceAll(/[-:]/gu, "");
  return `https://www.timeanddate.com/worldclock/fixedtime.html?iso=${iso}&p1=1440`;
}
