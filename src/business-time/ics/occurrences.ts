import { dayMs } from "../wall-days.ts";
import { findLine, findLines } from "./components.ts";
import { type Event, noTime, noZone } from "./event.ts";
import type { IcsProblem } from "./problem.ts";
import { occurrencesOf } from "./recurrence.ts";
import { readTimes, type WrittenTime } from "./times.ts";
import type { Work } from "./work.ts";
import type { Zone } from "./zones.ts";

/** When an event occurs, by the wall clock of its zone. What cannot be read of it is told. */
export function startsOf(
  event: Event,
  findZone: (name?: string) => Zone | undefined,
  work: Work,
): { readonly starts: readonly number[]; readonly problems: readonly IcsProblem[] } {
  const problems: IcsProblem[] = [];
  const { component, start, isDay, zone } = event;
  const rule = findLine(component, "RRULE");
  const starts = new Set([start]);
  const exclusion = findLine(component, "EXRULE");
  if (exclusion !== undefined) problems.push({ ...at(exclusion), message: "`EXRULE` is not read; `EXDATE` is" });
  if (rule !== undefined) {
    const read = occurrencesOf(rule.value, start, isDay, (it) => zone.toLocal(it), work);
    if ("refused" in read) problems.push({ ...at(rule), message: read.refused });
    else for (const it of read.starts) starts.add(it);
  }
  for (const it of timesOf(event, "RDATE", findZone, problems)) starts.add(localOf(it, event, findZone));
  const without = timesOf(event, "EXDATE", findZone, problems);
  return { starts: withoutTimes([...starts], without, event, findZone), problems };
}

/** Occurrences without those that are excluded, or that others stand for. A time that is a day takes all of the day. */
export function withoutTimes(
  starts: readonly number[],
  times: readonly WrittenTime[],
  event: Event,
  findZone: (name?: string) => Zone | undefined,
): readonly number[] {
  if (times.length === 0) return starts;
  const dayOf = (local: number) => Math.floor(local / dayMs);
  const moments = new Set(times.map((it) => localOf(it, event, findZone)));
  const days = new Set(times.filter((it) => event.isDay || it.isDay).map((it) => dayOf(localOf(it, event, findZone))));
  return starts.filter((it) => !moments.has(it) && !days.has(dayOf(it)));
}

function timesOf(
  { component }: Event,
  name: "RDATE" | "EXDATE",
  findZone: (name?: string) => Zone | undefined,
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
function localOf(time: WrittenTime, event: Event, findZone: (name?: string) => Zone | undefined): number {
  if (time.isDay || event.isDay || time.zone === undefined) return time.local;
  const zone = findZone(time.zone);
  return zone === undefined || zone === event.zone ? time.local : event.zone.toLocal(zone.toInstant(time.local));
}

function at({ line, column }: { readonly line: number; readonly column: number }) {
  return { line, column };
}
