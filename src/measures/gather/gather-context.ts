import { usualCalendar } from "../../business-time/usual-calendar.ts";
import type { CalendarsConfig } from "../../business-time/calendars-config.ts";
import { calendarsOf } from "../../business-time/calendars-of.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import { usualImpliedDays, type MeasureContext } from "../measure.ts";
import type { MeasureReads } from "./measure-reads.ts";

/** What beside threads measuring reads. */
export interface ContextReads extends Pick<MeasureReads, "knowledge"> {
  readonly watch: {
    /** Texts of the files that calendars are made of, by path, as the watch last read them; null for one that is not there. */
    calendarFiles(repository: RepositoryRef): Promise<ReadonlyMap<string, string | null>>;
  };
}

/** The part of a repository's config that measuring goes by. */
export interface MeasureSettings {
  readonly calendars: CalendarsConfig;
  readonly watch: { readonly calendar?: string | undefined };
}

/**
 * By what a repository is measured: the calendar in whose hours its watch counts where a priority has none of its own.
 * Without a config (`settings`), around the clock.
 */
export async function gatherContext(
  repository: RepositoryRef,
  settings: MeasureSettings | undefined,
  reads: ContextReads,
  now: Date,
): Promise<MeasureContext> {
  const [files, entries] = await Promise.all([
    reads.watch.calendarFiles(repository),
    reads.knowledge.faqEntries(repository),
  ]);
  const texts = new Map([...files].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])));
  const { byName } = calendarsOf(settings?.calendars ?? {}, texts);
  return {
    calendar: usualCalendar(byName, settings?.watch.calendar),
    now,
    impliedAfterDays: usualImpliedDays,
    faqEntries: entries.map(({ item: { id, title, url } }) => ({ id, title, url })),
  };
}
