import { Temporal } from "temporal-polyfill";
import type { Span } from "../../business-time/business-hours.ts";
import type { BusinessCalendar } from "../../business-time/calendar.ts";
import { Duration, secondsOf } from "../../business-time/duration.ts";
import { addSecondsWithPauses, secondsWithoutPauses } from "../../business-time/pauses.ts";
import { toJson } from "../terminal/print.ts";
import { readCalendar } from "./read-calendar.ts";
import { Refusal } from "./refusal.ts";

/** What `frontdesk clock` is asked, as it was typed. */
export interface ClockOptions {
  readonly config: string;
  readonly calendar?: string;
  readonly from?: string;
  readonly to?: string;
  readonly target?: string;
  readonly pause: readonly string[];
  readonly json?: boolean;
}

/** The answer as JSON, or in a sentence. Throws a `Refusal` for what cannot be answered. */
export async function answer(options: ClockOptions): Promise<string> {
  const { to, target, json: isJson } = options;
  if ((to === undefined) === (target === undefined)) throw new Refusal("give either --to or --target");
  const from = readTime("--from", options.from);
  const pauses = options.pause.map(readPause);
  const until = to === undefined ? undefined : readTime("--to", to);
  if (until !== undefined && until < from) throw new Refusal("--to is before --from");
  const seconds = target === undefined ? 0 : readTarget(target);
  const calendar = await readCalendar(options.config, options.calendar);
  if (until !== undefined) {
    const passed = Math.floor(secondsWithoutPauses(calendar, { from, to: until }, pauses));
    return isJson ? toJson({ businessSeconds: passed }) : `${inWords(passed)} of business time pass${where(calendar)}.`;
  }
  const due = dueAt(calendar, from, seconds, pauses);
  return isJson ? toJson({ dueAt: due.toString() }) : `Due ${onTheWall(due, calendar)}${where(calendar)}.`;
}

function dueAt(calendar: BusinessCalendar, from: number, seconds: number, pauses: readonly Span[]): Temporal.Instant {
  try {
    return Temporal.Instant.fromEpochMilliseconds(addSecondsWithPauses(calendar, from, seconds, pauses).getTime());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(`--target: ${error.message}`);
  }
}

function readTime(option: string, text = ""): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal(
      `${option} must be a time with its offset, such as 2026-12-24T09:00:00Z or 2026-12-24T10:00:00+01:00`,
    );
  }
}

function readPause(text: string): Span {
  const [start, end, ...more] = text.split("/");
  if (end === undefined || more.length > 0)
    throw new Refusal("--pause must be two times with a slash between: <from>/<to>");
  const span = { from: readTime("--pause", start), to: readTime("--pause", end) };
  if (span.to < span.from) throw new Refusal(`--pause ${text} ends before it begins`);
  return span;
}

function readTarget(text: string): number {
  const read = Duration.safeParse(text);
  if (!read.success) throw new Refusal(`--target ${read.error.issues[0]?.message ?? ""}`);
  return secondsOf(read.data);
}

function where({ name, timeZone }: BusinessCalendar): string {
  return ` in the calendar ${name} (${timeZone})`;
}

function inWords(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return shown.length === 0 ? "0 s" : shown.join(" ");
}

function onTheWall(moment: Temporal.Instant, { timeZone }: BusinessCalendar): string {
  const wall = moment.toZonedDateTimeISO(timeZone);
  const day = wall.toLocaleString("en", { weekday: "long" });
  return `${day}, ${wall.toPlainDate().toString()} at ${wall.toPlainTime().toString({ smallestUnit: "second" })}`;
}
