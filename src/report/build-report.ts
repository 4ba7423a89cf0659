import { sameLengthBefore, type Period } from "../business-time/periods.ts";
import { figuresBy, figuresByPart, observationsIn } from "../measures/break-down.ts";
import { figureOf } from "../measures/figure-of.ts";
import { measures } from "../measures/index.ts";
import type { Measure, Observation } from "../measures/measure.ts";
import type { MeasuredRepository } from "../measures/measured-repository.ts";
import { listsOf } from "./lists-of.ts";
import type { Report } from "./report.ts";
import { trendOf } from "./trend-of.ts";
import { weeksOf } from "./weeks-of.ts";

/** What a report is of. */
export interface ReportContext {
  /** `owner/name`. */
  readonly repository: string;
  readonly source: Report["source"];
  readonly period: Period;
  /** By whose hours business time counts, and by whose clocks days and weeks begin. */
  readonly calendar: { readonly name: string; readonly timeZone: string };
  /** What is not known, and what was assumed for it: a sentence each, plain text. */
  readonly notes?: readonly string[];
}

const dimensions = ["category", "label", "priority", "tier"] as const;

/** What is told of a period, from what was observed until then. */
export function buildReport(measured: MeasuredRepository, context: ReportContext): Report {
  const { period, calendar, notes = [] } = context;
  const before = sameLengthBefore(period, calendar.timeZone);
  const told = measures.map((measure) => ({ measure, all: measured.observations.get(measure.name) ?? [] }));
  const current = told.map(({ measure, all }) => ({ measure, within: observationsIn(all, period) }));
  return {
    schema: 1,
    repository: context.repository,
    source: context.source,
    generatedAt: measured.at.toISOString(),
    period: plain(period),
    before: plain(before),
    calendar: calendar.name,
    timeZone: calendar.timeZone,
    figures: told.map(({ measure, all }) =>
      figureIn(measure, observationsIn(all, period), observationsIn(all, before)),
    ),
    weeks: weeksIn(told, weeksOf(period, calendar.timeZone)),
    breakdowns: dimensions.flatMap((by) =>
      current.map(({ measure, within }) => ({
        ...nameOf(measure),
        by,
        rows: [...figuresBy(measure, within, measured.threads, by)],
      })),
    ),
    ...listsOf(measured, period),
    notes: [...notes],
  };
}

function figureIn(measure: Measure, now: readonly Observation[], before: readonly Observation[]) {
  const [figure, earlier] = [figureOf(measure, now), figureOf(measure, before)];
  return {
    ...nameOf(measure),
    now: figure,
    before: earlier,
    parts: Object.fromEntries(figuresByPart(measure, now).map(({ value, figure: part }) => [value, part])),
    trend: trendOf(measure, figure, earlier),
    threads: [...new Set(now.map(({ thread }) => thread))].sort((a, b) => a - b),
  };
}

function weeksIn(
  told: readonly { readonly measure: Measure; readonly all: readonly Observation[] }[],
  weeks: readonly Period[],
): Report["weeks"] {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return told.map(({ measure }) => ({ ...nameOf(measure), points: [] }));
  return told.map(({ measure, all }) => {
    const byWeek = new Map<Period, Observation[]>(weeks.map((week) => [week, []]));
    for (const it of observationsIn(all, { from: first.from, to: last.to })) {
      const week = weekAt(weeks, it.at);
      if (week) byWeek.get(week)?.push(it);
    }
    const points = [...byWeek].map(([week, within]) => ({ ...plain(week), figure: figureOf(measure, within) }));
    return { ...nameOf(measure), points };
  });
}

/** The week of a moment, of weeks in order without gaps; undefined where it is in none. */
function weekAt(weeks: readonly Period[], at: Date): Period | undefined {
  let [low, high] = [0, weeks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((weeks[middle]?.from ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  const week = weeks[low - 1];
  return week && at < week.to ? week : undefined;
}

function nameOf({ name, title, unit }: Measure) {
  return { measure: name, title, unit };
}

function plain({ from, to }: Period) {
  return { from: from.toISOString(), to: to.toISOString() };
}
