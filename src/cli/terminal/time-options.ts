import { InvalidArgumentError } from "commander";
import { dayMs } from "../../core/clock.ts";

const maxYears = 10;

/** What is wrong with the options `--from` and `--to` together; undefined where nothing is. */
export function spanProblem({ from, to }: { readonly from: Date; readonly to: Date }): string | undefined {
  if (to <= from) return "--to must be after --from";
  if (to.getTime() - from.getTime() > maxYears * 366 * dayMs)
    return `--from and --to must be at most ${maxYears} years apart`;
  return undefined;
}

/**
 * An option's time. A day is its midnight in UTC, as JavaScript has it; a time needs its zone, for the machine's own is
 * nobody's. Throws what commander shows to the person.
 */
export function toTime(text: string): Date {
  const hasZone = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?(?:Z|[+-]\d{2}:?\d{2}))?$/u.test(text);
  const time = new Date(text);
  const isReal = hasZone && !Number.isNaN(time.getTime()) && isDayOfCalendar(text.slice(0, 10));
  if (!isReal) {
    throw new InvalidArgumentError(
      "It must be a time in ISO 8601, such as 2026-03-01, 2026-03-01T09:00Z or 2026-03-01T09:00+01:00.",
    );
  }
  return time;
}

/** An option's day, as its midnight in UTC. Throws what commander shows to the person. */
export function toDay(text: string): Date {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text) || !isDayOfCalendar(text)) {
    throw new InvalidArgumentError("It must be a day such as 2026-01-31.");
  }
  return new Date(`${text}T00:00:00Z`);
}

/** JavaScript takes 30 February for 2 March. */
function isDayOfCalendar(day: string): boolean {
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}
