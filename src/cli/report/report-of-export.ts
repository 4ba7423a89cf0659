import type { Timeline } from "../../core/timeline.ts";
import type { Period } from "../../business-time/periods.ts";
import { reckonThread, toWatched } from "../../features/watch/clocks/reckon-thread.ts";
import { whyUnwatched } from "../../features/watch/gather/gather-thread.ts";
import { matchRules } from "../../features/watch/priorities/match-rules.ts";
import { priorityOf } from "../../features/watch/priorities/priority-of.ts";
import { measures } from "../../measures/index.ts";
import { measureRepository } from "../../measures/measure-repository.ts";
import { usualImpliedDays } from "../../measures/measure.ts";
import type { MeasuredHead, MeasuredRepository } from "../../measures/measured-repository.ts";
import type { MeasuredThread } from "../../measures/measured-thread.ts";
import { buildReport } from "../../report/build-report.ts";
import type { Report } from "../../report/report.ts";
import { rolesBy } from "../../thread-export/people.ts";
import type { ThreadExport } from "../../thread-export/read-export.ts";
import { toTimeline } from "../../thread-export/to-timeline.ts";
import type { ReportSettings } from "./read-config.ts";

/** Threads that are made timelines at one time. */
const pageSize = 500;

/** The report of a period from an export: of what a thread's own timeline tells, and of clocks where a config has targets. */
export async function reportOfExport(
  exported: ThreadExport,
  {
    repository,
    period,
    settings,
  }: { readonly repository: string; readonly period: Period; readonly settings: ReportSettings },
): Promise<Report> {
  const now = exported.exportedAt;
  const context = { calendar: settings.calendar, now, impliedAfterDays: usualImpliedDays };
  const measured = await measureRepository(pagesOf(exported, settings), context);
  return buildReport(asFarAsKnown(measured), {
    repository,
    source: "export",
    period,
    calendar: settings.calendar,
    notes: notesOf(exported, period),
  });
}

/** Without what an export cannot tell: that nothing was reopened, or that no question ended by what was posted. */
function asFarAsKnown({ threads, observations, ...rest }: MeasuredRepository): MeasuredRepository {
  const needRecords = new Set(measures.filter((it) => it.needsRecords).map(({ name }) => name));
  return {
    ...rest,
    threads: new Map([...threads].map(([number, head]) => [number, withoutTier(head)])),
    observations: new Map([...observations].filter(([name]) => !needRecords.has(name))),
  };
}

function withoutTier(head: MeasuredHead): MeasuredHead {
  const { tier: _, ...known } = head;
  return known;
}

function* pagesOf(
  { threads, roles, associated, exportedAt }: ThreadExport,
  settings: ReportSettings,
): Generator<readonly MeasuredThread[]> {
  const roleOf = rolesBy(roles, associated);
  for (let at = 0; at < threads.length; at += pageSize) {
    yield threads.slice(at, at + pageSize).map((it) => {
      const timeline = toTimeline(it, roleOf);
      const watched = watchedOf(timeline, settings, exportedAt);
      return { timeline, feedback: [], ...(watched && { watched }) };
    });
  }
}

/** As the watch would have it, by labels, categories and titles: an export has no texts, and tells of no commands. */
function watchedOf(timeline: Timeline, { watched }: ReportSettings, now: Date): MeasuredThread["watched"] {
  if (!watched || watched.config.mode === "off" || whyUnwatched(timeline, watched.config) !== undefined)
    return undefined;
  const { config, calendars } = watched;
  const ruled = matchRules(config.rules, timeline.observed);
  const { labels } = timeline.observed;
  const { priority } = priorityOf({ labels, ...(ruled && { ruled: { priority: ruled, wasSeen: false } }) }, config);
  const reckoned = reckonThread({ timeline, decision: undefined, priority, config, calendars, now });
  const { thread, clocks } = toWatched(reckoned, timeline, { priority, near: config.near });
  return { priority, status: thread.state.status, clocks };
}

function notesOf({ roles, again, partial, exportedAt }: ThreadExport, { to }: Period): string[] {
  return [
    "An export tells of no reopening and of no mark that was taken away, and not of what was suggested, escalated, booked, rated or decided.",
    ...(roles
      ? []
      : [
          "The export has no roles: whom GitHub calls owner, member or collaborator counts as the team. Members who hide that they are do not.",
        ]),
    ...(again === 0
      ? []
      : [
          `${count(again)} in the file more than once: of each, the one that was changed last counts, or else the last.`,
        ]),
    ...(partial === 0 ? [] : [`${count(partial)} not in the file with all comments: what is missing is not counted.`]),
    ...(to <= exportedAt ? [] : [`The export ends at ${exportedAt.toISOString()}: nothing later is in the report.`]),
  ];
}

function count(discussions: number): string {
  return discussions === 1 ? "1 discussion is" : `${discussions} discussions are`;
}
