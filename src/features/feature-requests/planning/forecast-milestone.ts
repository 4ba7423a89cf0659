import { dayMs } from "../../../core/clock.ts";
import { amountIn, type Forecast, type NoForecast, type Paces, type WorkAmount } from "./plan-impact.ts";
import { startOfDay } from "./weekly-pace.ts";

/** What lies further ahead is not told as a day. */
const maxDays = 730;

/**
 * When this much work is through: the days that it takes at the past pace, from today on. The days at the pace of the
 * fastest and the slowest four weeks in a row show how much such a day is worth; they are the project's own weeks, and no
 * fixed share of the forecast, as in Jira's version report
 * (https://www.brokenbuild.net/blog/jira-version-report-gives-your-stakeholders-three-dates-none-of-them-is-a-probability).
 * A simulation of many futures (Monte Carlo) would give odds instead. Odds that are made of thirteen weeks, in which the
 * same people did other things, look surer than they are, and a maintainer cannot check them by hand.
 */
export function forecastWork(work: WorkAmount, paces: Paces | NoForecast, now: Date): Forecast | NoForecast {
  if ("because" in paces) return paces;
  if (!work.isAll) return { because: "many-open", count: work.issues };
  const pace = (work.estimates && paces.estimates) ?? paces.issues;
  const amount = amountIn(pace.unit, work);
  const through = dayAt(amount, pace.perWeek, now);
  const [earliest, latest] = [dayAt(amount, pace.fastest, now), dayAt(amount, pace.slowest, now)];
  return {
    pace,
    ...(through !== undefined && { through }),
    ...(earliest !== undefined && { earliest }),
    ...(latest !== undefined && { latest }),
  };
}

/** Undefined where it is too far ahead. */
function dayAt(amount: number, perWeek: number, now: Date): string | undefined {
  // Rounded first, so that three weeks' work is not a day more by the way numbers are stored.
  const days = Math.ceil(Number(((amount / perWeek) * 7).toFixed(6)));
  if (!(days <= maxDays)) return undefined;
  return new Date(startOfDay(now) + days * dayMs).toISOString().slice(0, 10);
}
