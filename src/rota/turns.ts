import { Temporal } from "temporal-polyfill";
import { dayMs } from "../core/clock.ts";
import type { Layer, Span } from "./rota.ts";

/** A calendar that is closed for so long is closed for good. */
const maxClosedDays = 3_660;

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
  const startOf = layer.skipsClosedDays && layer.calendar ? openTurns(layer, to.getTime()) : everyTurn(layer);
  const turns: Turn[] = [];
  for (let index = Math.max(0, turnAt(layer, from, startOf)); ; index++) {
    const start = startOf(index);
    if (start >= to.getTime()) return turns;
    // A layer that never opens again has a last turn.
    const end = Math.min(startOf(index + 1), start + maxClosedDays * dayMs);
    if (end > start && end > from.getTime()) turns.push({ index, from: new Date(start), to: new Date(end) });
  }
}

/** When a turn begins, in milliseconds. */
type StartOf = (index: number) => number;

/** Index of the turn at a moment; below 0 before the first. */
function turnAt(layer: Layer, at: Date, startOf: StartOf): number {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  const day = instant.toZonedDateTimeISO(layer.timeZone).toPlainDate();
  // There are fewer turns than these where closed days are skipped.
  let index = Math.floor(Temporal.PlainDate.from(layer.start).until(day).days / layer.turnDays);
  while (startOf(index) > at.getTime()) index--;
  while (startOf(index + 1) <= at.getTime()) index++;
  return index;
}

function everyTurn(layer: Layer): StartOf {
  return (index) => handover(layer, index * layer.turnDays);
}

/** Open days of a layer, by when they begin, and the first day that was not looked at yet. */
interface OpenDays {
  readonly starts: number[];
  next: number;
}

/** A layer is asked about many times, and its open days are counted from its start. */
const known = new WeakMap<Layer, OpenDays>();

/** Turns that count the days on which the calendar opens, as far as they begin before `until` or next after it. */
function openTurns(layer: Layer, until: number): StartOf {
  const days = known.get(layer) ?? { starts: [], next: 0 };
  known.set(layer, days);
  const startOf: StartOf = (index) => {
    if (index < 0) return Number.NEGATIVE_INFINITY;
    return days.starts[index * layer.turnDays] ?? Number.POSITIVE_INFINITY;
  };
  for (let closed = 0; closed < maxClosedDays && (days.starts.at(-layer.turnDays) ?? 0) <= until; days.next++) {
    const [start, end] = [handover(layer, days.next), handover(layer, days.next + 1)];
    const isOpen = (layer.calendar?.secondsBetween(new Date(start), new Date(end)) ?? 0) > 0;
    closed = isOpen ? 0 : closed + 1;
    if (isOpen) days.starts.push(start);
  }
  return startOf;
}

/** When the day that is so many days after the first begins, in milliseconds. */
function handover({ start, handover: time, timeZone }: Layer, days: number): number {
  return Temporal.PlainDate.from(start)
    .add({ days })
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
}
