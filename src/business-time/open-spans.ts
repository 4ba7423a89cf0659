import type { DayHours, Span } from "./business-hours.ts";
import type { OffsetPiece } from "./zone-offsets.ts";
import { dayMs, minuteMs } from "../core/clock.ts";
import { type WallDay } from "./wall-days.ts";

/**
 * The spans in which the wall clock shows a time within the hours of its day, in order; neighbours are one span.
 * This is the whole rule about clocks that are changed: a time that is skipped does not pass, one that is repeated
 * passes twice.
 */
export function openSpans(pieces: readonly OffsetPiece[], hoursOn: (day: WallDay) => DayHours): Span[] {
  const spans: Span[] = [];
  for (const { from, to, offset } of pieces) {
    for (let day = Math.floor((from + offset) / dayMs); day * dayMs < to + offset; day++) {
      for (const hours of hoursOn(day)) {
        const start = Math.max(from, day * dayMs + hours.from * minuteMs - offset);
        const end = Math.min(to, day * dayMs + hours.to * minuteMs - offset);
        if (start < end) append(spans, { from: start, to: end });
      }
    }
  }
  return spans;
}

/** What is left of spans in order when others in order are taken away. */
export function without(spans: readonly Span[], closures: readonly Span[]): readonly Span[] {
  if (closures.length === 0) return spans;
  return spans.flatMap((span) => {
    const left: Span[] = [];
    let { from } = span;
    for (const closure of closures) {
      if (closure.to <= from) continue;
      if (closure.from >= span.to) break;
      if (closure.from > from) left.push({ from, to: closure.from });
      from = closure.to;
    }
    if (from < span.to) left.push({ from, to: span.to });
    return left;
  });
}

/** The same time, in order, where spans that touch or overlap are one. */
export function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) append(result, span);
  return result;
}

/** Put a span behind others, none of which begins later. */
function append(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last === undefined || last.to < span.from) spans.push(span);
  else if (last.to < span.to) spans[spans.length - 1] = { from: last.from, to: span.to };
}
