import type { Problem } from "../business-time/problem.ts";
import { dayMs } from "../core/clock.ts";
import { readLocalTime } from "../rota/read-rota.ts";
import { momentOf, type RuleStart, ruleStarts, ruleStartsOn, writtenTime } from "./rule-starts.ts";
import type { SeriesConfig } from "./series-config.ts";

/**
 * What is wrong with the dates of a series that differ from its rule: those that match no session, as an exception written
 * in UTC does in a calendar of another zone, and those that say two things of one session.
 */
export function* dateProblems(series: SeriesConfig): Generator<Problem> {
  const leftOut = yield* exceptProblems(series);
  const movedAway = yield* movedProblems(series, leftOut);
  yield* extraProblems(series, leftOut, movedAway);
}

/** Answers the moments of the sessions that are left out. */
function* exceptProblems(series: SeriesConfig): Generator<Problem, ReadonlySet<number>> {
  const leftOut = new Set<number>();
  for (const [index, written] of series.except.entries()) {
    if (!readLocalTime(written)) continue;
    const path = ["except", index];
    const starts = ruleStartsOn(series, written);
    if (starts.length === 0) yield { path, message: noSession(series, written) };
    else if (starts.every(({ at }) => leftOut.has(at))) yield { path, message: `${written} is left out already` };
    for (const { at } of starts) leftOut.add(at);
  }
  return leftOut;
}

/** Answers the moments of the sessions that are held at another time. */
function* movedProblems(series: SeriesConfig, leftOut: ReadonlySet<number>): Generator<Problem, ReadonlySet<number>> {
  const moved = new Set<number>();
  for (const [index, { from, to }] of series.moved.entries()) {
    if (!readLocalTime(from) || !readLocalTime(to)) continue;
    const path = ["moved", index, "from"];
    const starts = ruleStartsOn(series, from);
    const [start, second] = starts.filter(({ at }) => !leftOut.has(at));
    if (starts.length === 0) yield { path, message: noSession(series, from) };
    else if (!start) yield { path, message: `the session of ${from} is left out by \`except\`, so it cannot be moved` };
    else if (second) yield { path, message: severalSessions(from, starts) };
    else if (moved.has(start.at)) yield { path, message: `the session of ${from} is moved already` };
    else if (start.at === momentIn(series, to)) {
      yield { path: ["moved", index, "to"], message: `the session of ${from} is held at ${to} by the rule` };
    }
    if (start) moved.add(start.at);
  }
  return moved;
}

function* extraProblems(
  series: SeriesConfig,
  leftOut: ReadonlySet<number>,
  movedAway: ReadonlySet<number>,
): Generator<Problem> {
  const extra = new Set<number>();
  for (const [index, written] of series.extra.entries()) {
    const at = momentIn(series, written);
    if (at === undefined) continue;
    const path = ["extra", index];
    if (extra.has(at)) yield { path, message: `${written} is listed twice` };
    else if (leftOut.has(at))
      yield { path, message: `${written} is left out by \`except\` as well: take it out of both` };
    else if (movedAway.has(at)) {
      yield { path, message: `the session of ${written} is moved to another time, so this one cannot be told from it` };
    } else if (ruleStarts(series, at, at + 1).length > 0) {
      yield { path, message: `the rule has a session at ${written} already` };
    }
    extra.add(at);
  }
}

function momentIn({ timezone }: SeriesConfig, written: string): number | undefined {
  const time = readLocalTime(written)?.time;
  return time && momentOf(time, timezone);
}

function severalSessions(day: string, starts: readonly RuleStart[]): string {
  const times = starts.map(({ local }) => `\`${writtenTime(local)}\``).join(" or ");
  return `there are several sessions on ${day}: write ${times}`;
}

function noSession(series: SeriesConfig, written: string): string {
  const nearest = nearestStart(series, written);
  const says = series.rule === undefined ? "there is no session then" : "the rule has no session then";
  return nearest
    ? `${says}; the nearest one is \`${writtenTime(nearest.local)}\``
    : `${says}, nor within a year before or after`;
}

function nearestStart(series: SeriesConfig, written: string): RuleStart | undefined {
  const at = momentIn(series, written) ?? Number.NaN;
  for (const days of [8, 32, 366]) {
    const near = ruleStarts(series, at - days * dayMs, at + days * dayMs);
    if (near.length > 0) return near.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];
  }
  return undefined;
}
