import { calendarsInForce } from "../../features/watch/clocks/calendars-in-force.ts";
import { startOf, type Period } from "../../business-time/periods.ts";
import { usualCalendar } from "../../business-time/usual-calendar.ts";
import { dayMs } from "../../core/clock.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { UserError } from "../../core/errors.ts";
import { configOf } from "./config-of.ts";
import type { PageReads } from "./reads.ts";

/** Spans that end today, by how many days they have. */
export const spans = { week: 7, month: 28, quarter: 91 } as const;
export type Span = keyof typeof spans;

/** Longer periods are refused: nobody reads so many weeks, and each costs. */
const maxDays = 5 * 366;

/** What a query says of a period: whole days by the clocks of a zone, from midnight to midnight. */
export interface WantedPeriod extends Period {
  /** Its first and its last day, as `2026-03-01`. */
  readonly days: { readonly from: string; readonly to: string };
  readonly timeZone: string;
  /** Missing where days of one's own were given. */
  readonly span?: Span;
}

/**
 * The period that a query of a page names: `period=week`, `month` or `quarter`, or `from` and `to`, days as `2026-03-01`,
 * of which `to` is the last one, as people say it. The last four weeks where it names none. Throws a `UserError` that says
 * what is wrong.
 */
export function readPeriod(query: URLSearchParams, now: Date, timeZone: string): WantedPeriod {
  return toPeriod(query, now, timeZone, (to) => readDay("to", to));
}

/** The same as programs say it: `to` is the first day behind it, as in reports and for `frontdesk report`. */
export function readSpan(query: URLSearchParams, now: Date, timeZone: string): WantedPeriod {
  return toPeriod(query, now, timeZone, (to) => plusDays(readDay("to", to), -1));
}

function toPeriod(query: URLSearchParams, now: Date, timeZone: string, lastDay: (to: string) => string): WantedPeriod {
  const [from, to] = [query.get("from") || undefined, query.get("to") || undefined];
  // Today counts, though it is not over: whoever looks wants to see what came this morning.
  const today = dayIn(timeZone, now);
  // A form sends all its fields; days of one's own say more than the name of a span.
  if (from === undefined && to === undefined) {
    const span = toSpan(query.get("period") || "month");
    return { ...between({ from: plusDays(today, 1 - spans[span]), to: today }, timeZone), span };
  }
  const last = to === undefined ? today : lastDay(to);
  const first = from === undefined ? plusDays(last, 1 - spans.month) : readDay("from", from);
  if (first > last) throw new UserError("`from` must be before `to`, or the period has no day.");
  if (Date.parse(last) - Date.parse(first) >= maxDays * dayMs) {
    throw new UserError("That is too long: a period has five years at most.");
  }
  return between({ from: first, to: last }, timeZone);
}

function toSpan(name: string): Span {
  if (Object.hasOwn(spans, name)) return name as Span;
  throw new UserError("`period` must be `week`, `month` or `quarter`.");
}

function between(days: WantedPeriod["days"], timeZone: string): WantedPeriod {
  const [from, to] = [startOf(days.from, timeZone), startOf(plusDays(days.to, 1), timeZone)];
  return { from, to, days, timeZone };
}

/** A day as people write it. Discussions are younger than 2008, and no calendar is made for a far future. */
export function readDay(name: string, text: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const year = Number(text.slice(0, 4));
  // `2026-02-30` would be taken for the second of March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text || year < 2008 || year > 2100) {
    throw new UserError(`\`${name}\` must be a day as \`2026-03-01\`.`);
  }
  return text;
}

/** The day of a moment by the clocks of a zone, `2026-03-01`. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** By whose clocks a repository's days begin: those of the calendar in whose hours it is measured. */
export async function timeZoneOf(
  repository: RepositoryRef,
  { records, watch }: Pick<PageReads, "records" | "watch">,
): Promise<string> {
  const [config, files] = await Promise.all([configOf(repository, records), watch.calendarFiles(repository)]);
  return usualCalendar(calendarsInForce(config.calendars, files).byName, config.watch.calendar).timeZone;
}
