import type { BusinessCalendar } from "../business-time/calendar.ts";
import type { ClockKind } from "../core/thread-status.ts";
import type { ClockReading, ClockSegment } from "./clock-reading.ts";

/** A part of a clock's time, until the next one begins. `from` is milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly is: ClockSegment["is"];
  readonly because: string;
}

/** What a clock went through: at least one stretch. */
export interface ClockRun {
  readonly clock: ClockKind;
  readonly metAt: number | undefined;
  readonly stretches: readonly Stretch[];
}

/** A clock as it stands at `now`. */
export function readClock(run: ClockRun, target: number, calendar: BusinessCalendar, now: Date): ClockReading {
  const segments = toSegments(run.stretches, calendar, now);
  const last = segments.at(-1);
  const first = segments[0];
  if (!first || !last) throw new Error("a clock has a segment at least");
  const elapsed = toMilliseconds(segments.reduce((sum, { counted }) => sum + counted, 0));
  const state = run.metAt === undefined ? last.is : "met";
  const metAt = run.metAt === undefined ? undefined : new Date(run.metAt);
  const reading = { clock: run.clock, startedAt: first.from, target, elapsed, state, segments } as const;
  const dueAt = momentAt({ ...reading, ...(metAt && { metAt }) }, target, calendar);
  return { ...reading, ...(dueAt && { dueAt }), ...(metAt && { metAt }), isBreached: elapsed > target };
}

/**
 * When so many business seconds of a clock have passed or, as things stand, will have; of one that was met before, when
 * they would have. Undefined while it stands still before that, and where the calendar never has so much time.
 */
export function momentAt(
  { state, segments, metAt }: Pick<ClockReading, "state" | "segments" | "metAt">,
  seconds: number,
  calendar: BusinessCalendar,
): Date | undefined {
  let before = 0;
  for (const [i, { from, is, counted }] of segments.entries()) {
    // From the start of a segment, so that the moment is the same at whichever time it is asked for.
    const isOpen = state === "running" && i === segments.length - 1;
    if (is === "running" && (isOpen || before + counted >= seconds)) return addIfEver(calendar, from, seconds - before);
    before += counted;
  }
  return metAt && addIfEver(calendar, metAt, seconds - before);
}

/** A calendar that a file of holidays has all but emptied may not have so much time within a life: it is never due. */
function addIfEver(calendar: BusinessCalendar, from: Date, seconds: number): Date | undefined {
  try {
    return calendar.addSeconds(from, seconds);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Sums of fractions are off by less than anybody can tell, and must not be a breach. */
function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

function toSegments(stretches: readonly Stretch[], calendar: BusinessCalendar, now: Date): readonly ClockSegment[] {
  return stretches.map(({ from: start, is, because }, i) => {
    const from = new Date(start);
    const to = new Date(stretches[i + 1]?.from ?? Math.max(start, now.getTime()));
    return { from, to, is, counted: is === "running" ? calendar.secondsBetween(from, to) : 0, because };
  });
}
