import type { BusinessCalendar } from "../business-time/calendar.ts";
import { hourMs, secondMs } from "../core/clock.ts";
import type { Span } from "./rota.ts";

/** The parts of a time in which a calendar is open; all of it without a calendar. Both ends are whole seconds. */
export function openSpans(calendar: BusinessCalendar | undefined, { from, to }: Span): Span[] {
  if (from >= to) return [];
  if (!calendar) return [{ from, to }];
  const spans: Span[] = [];
  for (let at = from; ;) {
    const opening = calendar.nextOpening(at);
    if (!opening || opening >= to) return spans;
    at = closingAfter(calendar, opening, to);
    spans.push({ from: opening, to: at });
  }
}

/** When a calendar that is open closes, `limit` at the latest. As long as it is open, its seconds are those that pass. */
function closingAfter(calendar: BusinessCalendar, opening: Date, limit: Date): Date {
  const start = opening.getTime();
  const isOpenUntil = (time: number) => calendar.secondsBetween(opening, new Date(time)) * secondMs >= time - start;
  if (isOpenUntil(limit.getTime())) return limit;
  let open = start;
  let closed = start + hourMs;
  for (let step = hourMs; closed < limit.getTime() && isOpenUntil(closed); step *= 2) {
    open = closed;
    closed += step;
  }
  closed = Math.min(closed, limit.getTime());
  while (closed - open > secondMs) {
    const middle = open + Math.floor((closed - open) / 2 / secondMs) * secondMs;
    if (isOpenUntil(middle)) open = middle;
    else closed = middle;
  }
  // What is open is so for a second at least: time goes on whatever a calendar says.
  return new Date(Math.max(open, start + secondMs));
}
