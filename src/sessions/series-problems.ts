import type { Problem } from "../business-time/problem.ts";
import { dayMs, minuteMs } from "../core/clock.ts";
import { readLocalTime } from "../rota/read-rota.ts";
import { isSameName } from "../text/is-same-name.ts";
import { dateProblems } from "./date-problems.ts";
import { readRule } from "./read-rule.ts";
import { momentOf, ruleStarts, ruleStartsOn, writtenTime } from "./rule-starts.ts";
import type { SeriesConfig } from "./series-config.ts";

/** More of them is a mistake; it bounds what a rule costs. */
const maxSessionsAYear = 1_000;

/**
 * What is wrong with a series, each with its place in it and what to write instead. What its rule gives is looked at in the
 * year that begins with `start`: whether a config is right does not depend on the day on which it is read.
 */
export function* seriesProblems(series: SeriesConfig): Generator<Problem> {
  const { minutes, slots, host } = series;
  // No minutes at all are told at their own place.
  if (minutes > 0 && minutes < slots) {
    yield { path: ["slots"], message: `would make slots of less than a minute: \`minutes\` is ${minutes}` };
  }
  const hosts = [host].flat();
  for (const [index, login] of hosts.entries()) {
    if (!hosts.slice(0, index).some((it) => isSameName(it, login))) continue;
    yield { path: ["host", index], message: `${login} is listed twice` };
  }
  if (!readLocalTime(series.start)) return;
  const problem = ruleProblem(series) ?? startProblem(series) ?? yearProblem(series);
  if (problem) yield problem;
  else yield* dateProblems(series);
}

function ruleProblem(series: SeriesConfig): Problem | undefined {
  if (series.rule === undefined) return undefined;
  const path = ["rule"];
  const read = readRule(series.rule);
  if ("problem" in read) return { path, message: read.problem };
  const { until } = read.rule;
  const end = until && ("at" in until ? until.at : momentOf(until.local, series.timezone));
  return end !== undefined && end < startOf(series)
    ? { path, message: `has an \`UNTIL\` that is before \`start\`, ${series.start}` }
    : undefined;
}

/**
 * Calendars take `start` for a session even where the rule has none then, and libraries leave it out: RFC 5545 leaves that
 * open (https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5.3). So a series starts with a session of its rule.
 */
function startProblem(series: SeriesConfig): Problem | undefined {
  if (ruleStartsOn(series, series.start).length > 0) return undefined;
  const first = firstStart(series);
  if (!first) return { path: ["rule"], message: "has no session in the ten years after `start`" };
  const day = readLocalTime(series.start)?.time.toLocaleString("en", { weekday: "long" });
  const message = `${series.start} is a ${day} on which the rule has no session at that time: write \`${writtenTime(first.local)}\`, its first one after that`;
  return { path: ["start"], message };
}

function firstStart(series: SeriesConfig) {
  const start = startOf(series);
  for (let years = 0; years < 10; years++) {
    const from = start + years * 366 * dayMs;
    const [first] = ruleStarts(series, from, from + 366 * dayMs);
    if (first) return first;
  }
  return undefined;
}

function yearProblem(series: SeriesConfig): Problem | undefined {
  const start = startOf(series);
  const starts = ruleStarts(series, start, start + 366 * dayMs);
  if (starts.length > maxSessionsAYear) {
    return { path: ["rule"], message: `has more than ${maxSessionsAYear} sessions a year` };
  }
  const index = starts.findIndex(({ at }, it) => at + series.minutes * minuteMs > (starts[it + 1]?.at ?? Infinity));
  const [one, next] = starts.slice(index, index + 2);
  if (index === -1 || !one || !next) return undefined;
  const message = `a session of ${series.minutes} minutes is not over when the next one starts: ${writtenTime(one.local)} and ${writtenTime(next.local)} overlap`;
  return { path: ["minutes"], message };
}

function startOf({ start, timezone }: SeriesConfig): number {
  const time = readLocalTime(start)?.time;
  return time ? momentOf(time, timezone) : Number.NaN;
}
