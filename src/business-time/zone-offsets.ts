import { Temporal } from "temporal-polyfill";
import type { Span } from "./business-hours.ts";

/** A span in which the clocks of a zone are ahead of UTC by the same milliseconds. */
export interface OffsetPiece extends Span {
  readonly offset: number;
}

/** Whether the runtime knows a zone by this name of the IANA list. An offset such as `+02:00` is no place: it keeps no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/iu.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The pieces of a span, in order and without gaps: one more than clocks are changed in it. */
export function offsetPieces(timeZone: string, { from, to }: Span): OffsetPiece[] {
  const pieces: OffsetPiece[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    const isLast = next === null || next.epochMilliseconds >= to;
    const end = isLast ? to : next.epochMilliseconds;
    pieces.push({ from: at.epochMilliseconds, to: end, offset: at.offsetNanoseconds / 1e6 });
    if (isLast) return pieces;
    at = next;
  }
}
