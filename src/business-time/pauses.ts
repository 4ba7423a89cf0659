import type { Span } from "./business-hours.ts";
import type { BusinessCalendar } from "./calendar.ts";
import { merged } from "./open-spans.ts";

/** Business seconds of a span, without those of pauses. Pauses may overlap, and reach out of the span. */
export function secondsWithoutPauses(calendar: BusinessCalendar, { from, to }: Span, pauses: readonly Span[]): number {
  const paused = merged(pauses).map((it) => ({ from: Math.max(it.from, from), to: Math.min(it.to, to) }));
  const seconds = (span: Span) => calendar.secondsBetween(new Date(span.from), new Date(span.to));
  const left = paused.reduce((left, pause) => left - seconds(pause), seconds({ from, to }));
  // Thousandths, without what subtraction adds to them.
  return Math.round(left * 1000) / 1000;
}

/** The first moment at which so many business seconds have passed since `from`, without those of pauses. */
export function addSecondsWithPauses(
  calendar: BusinessCalendar,
  from: number,
  seconds: number,
  pauses: readonly Span[],
): Date {
  let [at, left] = [from, seconds];
  for (const pause of merged(pauses)) {
    if (pause.to <= at) continue;
    const passed = calendar.secondsBetween(new Date(at), new Date(pause.from));
    if (passed >= left) break;
    left -= passed;
    at = pause.to;
  }
  return calendar.addSeconds(new Date(at), left);
}
