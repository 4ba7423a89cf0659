import { unreachable } from "../../../core/errors.ts";
import { inlineText } from "../../../text/neutralise.ts";
import {
  hasTooMuch,
  isLate,
  isTooFull,
  type Forecast,
  type IterationImpact,
  type MilestoneImpact,
  type NoForecast,
  type Pace,
  type PersonImpact,
  type PlanImpact,
  type UntoldBoard,
  type WorkAmount,
  type WorkUnit,
} from "../planning/plan-impact.ts";
import { dayInWords, milestoneInWords } from "./phrases.ts";

/** What accepting means for the plan, in the thread: below the decision. */
export function impactInThread(impact: PlanImpact): string[] {
  const start = isOverCapacity(impact)
    ? "**Over capacity**, and accepted all the same. What it means for the plan"
    : "What it means for the plan";
  return ["", `${start}, as of ${dayInWords(impact.on)}:`, "", ...linesOf(impact)];
}

/** The same in the issue, where it stays as it was on the day of the decision. */
export function impactInIssue(impact: PlanImpact): string {
  const start = isOverCapacity(impact) ? "**Over capacity**, and accepted all the same. " : "";
  return `${start}Reckoned on ${dayInWords(impact.on)}, and not kept up to date:\n\n${linesOf(impact).join("\n")}`;
}

function isOverCapacity({ milestone, people, iterations }: PlanImpact): boolean {
  const isMilestoneLate = milestone !== undefined && isLate(milestone);
  return isMilestoneLate || people.some(hasTooMuch) || iterations.some(isTooFull);
}

function linesOf({ milestone, people, iterations, board }: PlanImpact): string[] {
  return [
    ...(milestone ? milestoneLines(milestone) : []),
    ...people.map(personInWords),
    ...iterations.map(iterationInWords),
    ...(board ? [untoldBoard(board)] : []),
  ].map((it) => `- ${it}`);
}

function milestoneLines(milestone: MilestoneImpact): string[] {
  const { title, due, work, forecast } = milestone;
  const name = milestoneInWords({ number: 0, title, ...(due !== undefined && { due }) });
  const start = `Milestone ${name}: ${workInWords(work, "open", true)}.`;
  if ("because" in forecast) return [`${start} No day is told: ${whyNoForecast(forecast)}.`];
  const late = isLate(milestone) ? " **That is after the due day.**" : "";
  return [start, `${paceInWords(forecast.pace)} ${forecastInWords(forecast)}${late}`];
}

function paceInWords({ unit, weeks, perWeek, cut }: Pace): string {
  const stood =
    cut === 1 ? "a week that stands out counts as a busy one" : `${cut} weeks that stand out count as busy ones`;
  return `Past pace: ${amount(perWeek, unit)} a week in the last ${weeks} weeks${cut === 0 ? "" : ` (${stood})`}.`;
}

function forecastInWords({ pace, through, earliest, latest }: Forecast): string {
  if (through === undefined) return "At that, the milestone takes more than two years.";
  const start = `If nothing else is done, the milestone is through around ${dayInWords(through)}`;
  if (earliest === undefined || earliest === latest) return `${start}.`;
  if (latest !== undefined) {
    return `${start}; at the pace of the fastest four weeks around ${dayInWords(earliest)}, at that of the slowest around ${dayInWords(latest)}.`;
  }
  const slowest =
    pace.slowest === 0 ? "in the slowest nothing was done" : "at that of the slowest in more than two years";
  return `${start}; at the pace of the fastest four weeks around ${dayInWords(earliest)}, and ${slowest}.`;
}

function whyNoForecast({ because, count }: NoForecast): string {
  switch (because) {
    case "few-weeks":
      return `${count === 1 ? "1 week of history is" : `${count} weeks of history are`} known, and it takes four`;
    case "few-closed":
      return `${done(count)} completed in the last quarter, and it takes five issues`;
    case "few-busy-weeks":
      return `something was completed in no more than ${count} of the weeks of the last quarter`;
    case "many-closed":
      return "too many issues were closed or changed to look at four weeks of them";
    case "many-open":
      return `there are more than ${count} open issues`;
    default:
      return unreachable(because);
  }
}

function done(count: number): string {
  return count === 0 ? "nothing was" : `only ${count === 1 ? "1 issue was" : `${count} issues were`}`;
}

function personInWords(person: PersonImpact): string {
  const { login, work, limit } = person;
  const over = hasTooMuch(person) ? ` **That is more than ${limit}, which are set as enough for one person.**` : "";
  return `${inlineText(login, 60)}: ${workInWords(work, "open here", true)}.${over}`;
}

function iterationInWords(iteration: IterationImpact): string {
  const { title, start, end, work, isOurs } = iteration;
  const name = `Iteration ${inlineText(title, 80)} (${dayInWords(start)} to ${dayInWords(end)})`;
  const over = isTooFull(iteration) ? " **That is more than in any of them.**" : "";
  return `${name}: ${workInWords(work, "planned", isOurs)}.${pastInWords(iteration)}${over}`;
}

function pastInWords({ past }: IterationImpact): string {
  if (!past) return "";
  const { unit, least, most, iterations } = past;
  const done = `${least === most ? "" : `${round(least)} to `}${amount(most, unit)}`;
  return ` Done in each of the last ${iterations}: ${done}.`;
}

function untoldBoard(board: UntoldBoard): string {
  return board === "hidden"
    ? "Not everybody who reads this may see the board, so that estimates and iterations are left out."
    : "The board has more items than I read, so that its iterations are left out.";
}

/** `12 issues are open with this one (estimates: 34; of 3 without one, each counts as 2)`. */
function workInWords({ issues: count, isAll, estimates }: WorkAmount, are: string, isWithOurs: boolean): string {
  const verb = round(count) === "1" ? "is" : "are";
  const start = `${isAll ? "" : "more than "}${issues(count)} ${verb} ${are}${isWithOurs ? " with this one" : ""}`;
  if (!estimates) return start;
  const { total, without, usual } = estimates;
  const assumed =
    without === 0 ? "" : `; ${issues(without)} without one, counted as ${round(usual)}${without === 1 ? "" : " each"}`;
  return `${start} (estimates: ${round(total)}${assumed})`;
}

function amount(number: number, unit: WorkUnit): string {
  return unit === "issues" ? issues(number) : `${round(number)} of estimates`;
}

function issues(count: number): string {
  return `${round(count)} ${round(count) === "1" ? "issue" : "issues"}`;
}

/** To one decimal; more would look surer than it is. */
function round(number: number): string {
  return String(Math.round(number * 10) / 10);
}
