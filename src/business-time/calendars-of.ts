import type { Closures } from "./business-hours.ts";
import type { BusinessCalendar } from "./calendar.ts";
import { type CalendarsConfig, hoursOf } from "./calendars-config.ts";
import { createCalendar } from "./create-calendar.ts";

/** What is wrong with a file of holidays. Lines and columns count from 1. */
export interface FileProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Calendars {
  readonly byName: ReadonlyMap<string, BusinessCalendar>;
  /** The calendars are without what could not be read. */
  readonly problems: readonly FileProblem[];
}

/** Paths of the files that a config's calendars are made of, from the root of the repository. */
export function holidaysFiles(config: CalendarsConfig): readonly string[] {
  return [...new Set(Object.values(config).flatMap((it) => it["holidays-file"] ?? []))];
}

/** The calendars of a config. `files` holds the texts of holidays files by path; one that is missing is a problem. */
export function calendarsOf(config: CalendarsConfig, files: ReadonlyMap<string, string>): Calendars {
  const problems: FileProblem[] = [];
  const closuresOf = (path: string | undefined): Closures => {
    if (path !== undefined && !files.has(path))
      problems.push({ path, line: 1, column: 1, message: "the file is not there" });
    return { days: [], spans: [] };
  };
  const byName = Object.entries(config).map(([name, calendar]) => {
    const closures = closuresOf(calendar["holidays-file"]);
    return [name, createCalendar(name, { ...hoursOf(calendar).hours, closures })] as const;
  });
  return { byName: new Map(byName), problems };
}
