import { dayMs } from "../../core/clock.ts";
import { findLine, findLines } from "./components.ts";
import { type Event, noTime, noZone } from "./event.ts";
import type { IcsProblem } from "./problem.ts";
import { occurrencesOf } from "./recurrence.ts";
import { readTimes, type WrittenTime } from "./times.ts";
import type { Work } from "./work.ts";
import type { Zone } from "./zones.ts";

/**
 * When an event occurs, by the wall clock of its zone, without the occurrences that other events stand for. What cannot
 * be read of it is told.
 */
export function startsOf(
  event: Event,
  replaced: readonly WrittenTime[],
  findZone: FindZone,
  work: Work,
): { readonly starts: readonly number[]; readonly problems: readonly IcsProblem[] } {
  if (event.replaces !== undefined) return { starts: [event.start], problems: [] };
  const problems: IcsProblem[] = [];
  const { component, start, isDay, zone } = event;
  const starts = new Set([start]);
  const exclusion = findLine(component, "EXRULE");
  if (exclusion !== undefined) problems.push({ ...at(exclusion), message: "`EXRULE` is not read; `EXDATE` is" });
  const rule = findLine(component, "RRULE");
  if (rule !== undefined) {
    const read = occurrencesOf(rule.value, start, isDay, (it) => zone.toLocal(it), work);
    if ("refused" in read) problems.push({ ...at(rule), message: read.refused });
    else for (const it of read.starts) starts.add(it);
  }
  const more = timesOf(event, "RDATE", findZone, problems);
  const less = [...timesOf(event, "EXDATE", findZone, problems), ...replaced];
  if (!work.spend(more.length + less.length)) {
    return {
      starts: [],
      problems: [{ line: component.line, column: 1, message: "the file has more dates than I reckon" }],
    };
  }
  for (const it of more) starts.add(localOf(it, event, findZone));
  return { starts: withoutTimes([...starts], less, event, findZone), problems };
}

type FindZone = (name?: string) => Zone | undefined;

/** A time that is a day takes all of the day. */
function withoutTimes(
  starts: readonly number[],
  times: readonly WrittenTime[],
  event: Event,
  findZone: FindZone,
): readonly number[] {
  if (times.length === 0) return starts;
  const dayOf = (local: number) => Math.floor(local / dayMs);
  const moments = new Set(times.map((it) => localOf(it, event, findZone)));
  const days = new Set(times.filter((it) => event.isDay || it.isDay).map(({ local }) => dayOf(local)));
  return starts.filter((it) => !moments.has(it) && !days.has(dayOf(it)));
}

function timesOf(
  { component }: Event,
  name: "RDATE" | "EXDATE",
  findZone: FindZone,
  problems: IcsProblem[],
): readonly WrittenTime[] {
  return findLines(component, name).flatMap((line) =>
    readTimes(line).flatMap((it) => {
      if (it !== undefined && findZone(it.zone) !== undefined) return [it];
      problems.push(it === undefined ? noTime(line) : noZone(line));
      return [];
    }),
  );
}

/** A time by the wall clock of the event. Days, and times without a zone, are of no other. */
function localOf(time: WrittenTime, event: Event, findZone: FindZone): number {
  if (time.isDay || event.isDay || time.zone === undefined) return time.local;
  const zone = findZone(time.zone);
  return zone === undefined || zone === event.zone ? time.local : event.zone.toLocal(zone.toInstant(time.local));
}

function at({ line, column }: { readonly line: number; readonly column: number }) {
  return { line, column };
}
