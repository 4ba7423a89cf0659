import { startOf, type Period } from "../../business-time/periods.ts";
import { dayMs } from "../../core/clock.ts";
import { ReportRefusal } from "./report-refusal.ts";

/** A quarter, where nobody says from when. */
const usualDays = 91;

const maxYears = 10;

/**
 * The period that options name. A day is its midnight by the clocks of the zone; a time has a zone of its own. Without
 * `to` until now, without `from` the quarter before that. Throws `ReportRefusal`.
 */
export function readPeriod(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  timeZone: string,
  now: Date,
): Period {
  const end = to === undefined ? now : readMoment("--to", to, timeZone);
  const start = from === undefined ? new Date(end.getTime() - usualDays * dayMs) : readMoment("--from", from, timeZone);
  if (end <= start) throw new ReportRefusal("--to must be after --from.");
  if (end.getTime() - start.getTime() > maxYears * 366 * dayMs) {
    throw new ReportRefusal(`--from and --to must be at most ${maxYears} years apart.`);
  }
  return { from: start, to: end };
}

/** Discussions are younger than 2008, and no calendar is made for a far future: the dashboard takes the same years. */
function readMoment(option: string, text: string, timeZone: string): Date {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/u.exec(text) ?? [];
  try {
    if (day === undefined) throw new RangeError("neither a day nor a time");
    const midnight = startOf(day, timeZone);
    const moment = time === undefined ? midnight : new Date(text);
    if (Number.isNaN(moment.getTime())) throw new RangeError("no such time");
    const year = Number(day.slice(0, 4));
    if (year < 2008 || year > 2100) throw new ReportRefusal(`${option} "${text}" is not in the years 2008 to 2100.`);
    return moment;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ReportRefusal(
      `${option} "${text}" is no day such as 2026-03-01, and no time such as 2026-03-01T09:00Z or 2026-03-01T09:00+01:00.`,
    );
  }
}
