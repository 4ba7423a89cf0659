import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { dayMs } from "../../core/clock.ts";
import { readTime } from "./times.ts";
import type { Work } from "./work.ts";

/** Occurrences are reckoned to the end of 2069. */
const lastMoment = Date.UTC(2070, 0, 1);

/** Occurrences of a rule that are looked at: more than every weekend of half a century. */
const maxSteps = 6_000;

const frequencies: Readonly<Record<string, number>> = { DAILY: 1, WEEKLY: 7, MONTHLY: 28, YEARLY: 365 };

const tooMuch = "the rules of this file have more occurrences than I reckon";

export type Occurrences = { readonly starts: readonly number[] } | { readonly refused: string };

/**
 * When a rule of RFC 5545 (3.3.10) occurs, by the wall clock, beginning with `start`. `toLocal` gives the wall time of an
 * end that is written in UTC. Rules by hours and shorter are none of days, and refused.
 */
export function occurrencesOf(
  rule: string,
  start: number,
  isDay: boolean,
  toLocal: (instant: number) => number,
  work: Work,
): Occurrences {
  const parts = new Map(
    rule
      .replace(/\s|^RRULE:/giu, "")
      .split(";")
      .filter((it) => it.includes("="))
      .map((it) => {
        const [key = "", value = ""] = it.split("=");
        return [key.toUpperCase(), value.toUpperCase()];
      }),
  );
  const days = frequencies[parts.get("FREQ") ?? ""];
  if (
    days === undefined ||
    rule.length > 300 ||
    [...parts.keys()].some((it) => /^BY(?:HOUR|MINUTE|SECOND)$/u.test(it))
  ) {
    return { refused: "the rule is none by days, weeks, months or years" };
  }
  const until = untilOf(parts.get("UNTIL"), isDay, toLocal);
  if (until === undefined) return { refused: "the end of the rule (`UNTIL`) is no date" };
  parts.delete("UNTIL");
  const end = Math.min(until, lastMoment - 1);
  const read = [...parts].map(([key, value]) => `${key}=${value}`).join(";");
  if (work.isSpent()) return { refused: tooMuch };
  const starts = evaluate(read, start, end);
  if (typeof starts === "string") return { refused: starts };
  const interval = Math.max(1, Number(parts.get("INTERVAL") ?? 1));
  const last = parts.has("COUNT") ? (starts.at(-1) ?? start) : end;
  const periods = Math.max(0, last - start) / dayMs / days / interval;
  const isCheap = work.spend(Math.ceil(Math.max(periods, starts.length) * read.split(",").length));
  return isCheap ? { starts } : { refused: tooMuch };
}

/** Milliseconds of the wall clock, or what is wrong with the rule. */
function evaluate(rule: string, start: number, end: number): readonly number[] | string {
  try {
    const dtstart = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO("UTC");
    const starts = new RRuleTemporal({
      rruleString: rule,
      dtstart,
      temporal: Temporal,
      includeDtstart: true,
      maxIterations: maxSteps,
      maxCandidateEvaluations: maxSteps,
    }).all((it) => it.epochMilliseconds <= end);
    return starts.map((it) => it.epochMilliseconds).filter((it) => it <= end);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return "the rule cannot be read, or takes too long to reckon";
  }
}

/** The last wall time at which a rule may occur; of a day, all of it. */
function untilOf(text: string | undefined, isDay: boolean, toLocal: (instant: number) => number): number | undefined {
  if (text === undefined) return Infinity;
  const until = readTime(text);
  if (until === undefined) return undefined;
  // Programs end rules of days by times, of which the date is meant.
  if (isDay || until.isDay) return Math.floor(until.local / dayMs) * dayMs + dayMs - 1;
  return until.zone === "UTC" ? toLocal(until.local) : until.local;
}
