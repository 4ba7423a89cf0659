import type { Closures } from "./business-hours.ts";
import type { BusinessCalendar } from "./calendar.ts";
import { type CalendarConfig, type CalendarsConfig, hoursOf } from "./calendars-config.ts";
import { createCalendar } from "./create-calendar.ts";
import { readHolidays } from "./ics/read-holidays.ts";
import type { IcsProblem } from "./ics/problem.ts";

/** What is wrong with a file of holidays. Lines and columns count from 1. */
export interface FileProblem extends IcsProblem {
  /** As the config names the file. */
  readonly path: string;
}

export interface Calendars {
  readonly byName: ReadonlyMap<string, BusinessCalendar>;
  /** The calendars are without what could not be read. */
  readonly problems: readonly FileProblem[];
}

const noClosures: Closures = { days: [], spans: [] };
const missing = { closures: noClosures, problems: [{ line: 1, column: 1, message: "there is no such file" }] };

/** Paths of the files that a config's calendars are made of, from the root of the repository. */
export function holidaysFiles(config: CalendarsConfig): readonly string[] {
  return [...new Set(Object.values(config).flatMap((it) => it["holidays-file"] ?? []))];
}

/** What was made of a config last, and of which texts. A config is read once and asked about many times. */
const made = new WeakMap<
  CalendarsConfig,
  { readonly texts: readonly (string | undefined)[]; readonly calendars: Calendars }
>();

/** The calendars of a config. `files` holds the texts of holidays files by path; one that is missing is a problem. */
export function calendarsOf(config: CalendarsConfig, files: ReadonlyMap<string, string>): Calendars {
  const texts = holidaysFiles(config).map((path) => files.get(path));
  const known = made.get(config);
  if (known?.texts.every((it, index) => it === texts[index])) return known.calendars;
  const calendars = createCalendars(config, files);
  made.set(config, { texts, calendars });
  return calendars;
}

function createCalendars(config: CalendarsConfig, files: ReadonlyMap<string, string>): Calendars {
  const problems: FileProblem[] = [];
  const closuresOf = ({ timezone, "holidays-file": path }: CalendarConfig): Closures => {
    if (path === undefined) return noClosures;
    const text = files.get(path);
    const read = text === undefined ? missing : readHolidays(text, timezone);
    problems.push(...read.problems.map((it) => ({ path, ...it })));
    return read.closures;
  };
  const byName = Object.entries(config).map(([name, calendar]) => {
    const closures = closuresOf(calendar);
    return [name, createCalendar(name, { ...hoursOf(calendar).hours, closures })] as const;
  });
  return { byName: new Map(byName), problems };
}
