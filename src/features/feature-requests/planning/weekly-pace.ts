import { dayMs } from "../../../core/clock.ts";
import type { ClosedWork, PlannedIssue } from "../../../core/planned-work.ts";
import { estimatesOf, quantile, sum } from "./measure-work.ts";
import type { NoForecast, Pace, Paces, WorkUnit } from "./plan-impact.ts";

/** A quarter of a year. */
export const maxWeeks = 13;
/** Less than a month of history, or a handful of issues, is no pace. */
const minWeeks = 4;
const minClosed = 5;
/** Weeks in a row whose pace is shown as the slowest and the fastest. */
const windowWeeks = 4;

export const weekMs = 7 * dayMs;

/** Midnight UTC of the day. */
export function startOfDay(now: Date): number {
  return Math.floor(now.getTime() / dayMs) * dayMs;
}

/** From when on closed issues count: thirteen whole weeks up to the end of yesterday. */
export function paceSince(now: Date): Date {
  return new Date(startOfDay(now) - maxWeeks * weekMs);
}

/**
 * What counts as done. Not what was closed as not planned or as a duplicate, and nothing that a bot opened: reports of
 * failed builds open and close themselves. An issue that was closed, reopened and closed again counts once, on the day
 * it was closed last (in Jira's version report it counted each time: GHS-11735).
 */
export function isDone({ closed, isByBot }: Pick<PlannedIssue, "closed" | "isByBot">): boolean {
  return closed === "completed" && !isByBot;
}

/** How many whole weeks are known, and what was done in each, the latest first. */
interface History {
  readonly weeks: number;
  readonly done: readonly PlannedIssue[];
  readonly weekOf: (issue: PlannedIssue) => number;
}

/**
 * The pace of the project by its weekly throughput, which is how many issues it finishes in a week: Vacanti, “Actionable
 * Agile Metrics for Predictability” (2015), chapter 14; Anderson, “Kanban” (2010), chapter 12. `begun`: when its first
 * issue was opened, as far as that is known; a project that is younger than a quarter has fewer weeks.
 */
export function weeklyPaces(closed: ClosedWork, begun: Date, now: Date): Paces | NoForecast {
  const history = readHistory(closed, begun, now);
  const { weeks, done, weekOf } = history;
  const all = closed.issues.filter(isDone).length;
  if (closed.isAll && all < minClosed) return { because: "few-closed", count: all };
  if (weeks < minWeeks) return { because: closed.isAll ? "few-weeks" : "many-closed", count: weeks };
  if (done.length < minClosed) return { because: "few-closed", count: done.length };
  const issues = paceOf("issues", history, () => 1);
  if (!issues) return { because: "few-busy-weeks", count: new Set(done.map(weekOf)).size };
  const sizes = estimatesOf(done);
  const sizeOf = new Map(done.map((it, at) => [it, sizes?.[at] ?? 0]));
  const estimates = sizes && paceOf("estimates", history, (it) => sizeOf.get(it) ?? 0);
  return { issues, ...(estimates && { estimates }) };
}

function readHistory({ issues, completeSince }: ClosedWork, begun: Date, now: Date): History {
  const end = startOfDay(now);
  const since = Math.max(completeSince.getTime(), begun.getTime());
  const weeks = Math.min(maxWeeks, Math.max(0, Math.floor((end - since) / weekMs)));
  const weekOf = ({ closedAt }: PlannedIssue) => Math.ceil((end - (closedAt?.getTime() ?? 0)) / weekMs) - 1;
  const isWithin = (it: PlannedIssue) => isDone(it) && weekOf(it) >= 0 && weekOf(it) < weeks;
  return { weeks, done: issues.filter(isWithin), weekOf };
}

/** Undefined where nothing was done in the usual week. */
function paceOf(
  unit: WorkUnit,
  { weeks, done, weekOf }: History,
  sizeOf: (issue: PlannedIssue) => number,
): Pace | undefined {
  const amounts = Array.from({ length: weeks }, () => 0);
  for (const issue of done) amounts[weekOf(issue)]! += sizeOf(issue);
  const { amounts: usual, cut } = withoutOutliers(amounts);
  const perWeek = sum(usual) / weeks;
  if (perWeek === 0) return undefined;
  const windows = usual.slice(windowWeeks - 1).map((_, at) => sum(usual.slice(at, at + windowWeeks)) / windowWeeks);
  return { unit, weeks, perWeek, slowest: Math.min(...windows), fastest: Math.max(...windows), cut };
}

/**
 * Weeks that stand out count as much as one may without standing out. A cleanup that closes two hundred old issues in a
 * day is no pace, even where they are closed as completed, as bots do (dotnet/runtime#111131, actions/stale#1015). What
 * stands out is above the third quartile by more than one and a half times the distance of the quartiles (Tukey,
 * “Exploratory Data Analysis”, 1977; https://www.itl.nist.gov/div898/handbook/prc/section1/prc16.htm), and more than
 * twice the third quartile: where most weeks are alike, the first rule alone would take every better week for an outlier.
 * The median needs no such rule, but is nothing for a project that closes an issue every other week.
 */
function withoutOutliers(amounts: readonly number[]): { readonly amounts: readonly number[]; readonly cut: number } {
  const [low, high] = [quantile(amounts, 0.25), quantile(amounts, 0.75)];
  const most = Math.max(2 * high, high + 1.5 * (high - low));
  return { amounts: amounts.map((it) => Math.min(it, most)), cut: amounts.filter((it) => it > most).length };
}
