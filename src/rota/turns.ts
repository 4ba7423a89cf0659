import { Temporal } from "temporal-polyfill";
import type { Layer, Span } from "./rota.ts";

/** A turn of a layer: from one handover to the next. */
export interface Turn extends Span {
  /** 0 for the first one. */
  readonly index: number;
}

/**
 * The turns of a layer that touch a time, whole. A handover whose hour the clocks skip in spring is as much later as they
 * skip; one whose hour comes twice in autumn is at the first of both: what RFC 5545 says of recurring times, and
 * Temporal calls `compatible`. Where a zone skipped a whole day, the turn of that day is empty and left out.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5
 */
export function turnsBetween(layer: Layer, { from, to }: Span): Turn[] {
  const turns: Turn[] = [];
  let index = Math.max(0, turnAt(layer, from));
  for (let start = handover(layer, index); start < to.getTime(); index++) {
    const end = handover(layer, index + 1);
    if (end > start && end > from.getTime()) turns.push({ index, from: new Date(start), to: new Date(end) });
    start = end;
  }
  return turns;
}

/** Index of the turn at a moment; below 0 before the first. */
function turnAt(layer: Layer, at: Date): number {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  const day = instant.toZonedDateTimeISO(layer.timeZone).toPlainDate();
  let index = Math.floor(Temporal.PlainDate.from(layer.start).until(day).days / layer.turnDays);
  while (handover(layer, index) > at.getTime()) index--;
  while (handover(layer, index + 1) <= at.getTime()) index++;
  return index;
}

/** When a turn begins, in milliseconds. */
function handover({ start, turnDays, handover: time, timeZone }: Layer, index: number): number {
  return Temporal.PlainDate.from(start)
    .add({ days: index * turnDays })
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
}
