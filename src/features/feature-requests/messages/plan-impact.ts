import { unreachable } from "../../../core/errors.ts";
import type { Text } from "../../../core/language.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { joined, md, sentences, type Part } from "../../../words/compose-text.ts";
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
  type WorkAmount,
  type WorkUnit,
} from "../planning/plan-impact.ts";
import { dayInWords, milestoneInWords } from "./phrases.ts";
import { say } from "./words.ts";

/** What accepting means for the plan, in the thread: below the decision. */
export function impactInThread(impact: PlanImpact): Part[] {
  const key = isOverCapacity(impact) ? "impact.thread-over" : "impact.thread";
  return ["", say(key, { day: dayInWords(impact.on) }), "", ...linesOf(impact)];
}

/** The same in the issue, where it stays as it was on the day of the decision. */
export function impactInIssue(impact: PlanImpact): Text {
  const key = isOverCapacity(impact) ? "impact.issue-over" : "impact.issue";
  return md`${say(key, { day: dayInWords(impact.on) })}\n\n${joined(linesOf(impact), "\n")}`;
}

function isOverCapacity({ milestone, people, iterations }: PlanImpact): boolean {
  const isMilestoneLate = milestone !== undefined && isLate(milestone);
  return isMilestoneLate || people.some(hasTooMuch) || iterations.some(isTooFull);
}

function linesOf({ milestone, people, iterations, board }: PlanImpact): Text[] {
  return [
    ...(milestone ? milestoneLines(milestone) : []),
    ...people.map(personInWords),
    ...iterations.map(iterationInWords),
    ...(board ? [say(board === "hidden" ? "impact.board-hidden" : "impact.board-too-big")] : []),
  ].map((it) => md`- ${it}`);
}

function milestoneLines(milestone: MilestoneImpact): Text[] {
  const { title, due, work, forecast } = milestone;
  const name = milestoneInWords({ number: 0, title, ...(due !== undefined && { due }) });
  const start = say("impact.milestone", { milestone: name, work: workInWords(work, "open-with") });
  if ("because" in forecast) return [sentences([start, say("impact.no-day", { why: whyNoForecast(forecast) })])];
  const late = isLate(milestone) ? [say("impact.late")] : [];
  return [start, sentences([paceInWords(forecast.pace), forecastInWords(forecast), ...late])];
}

function paceInWords({ unit, weeks, perWeek, cut }: Pace): Text {
  const pace = { amount: amountInWords(perWeek, unit), weeks };
  return cut === 0 ? say("impact.pace", pace) : say("impact.pace-cut", { ...pace, cut });
}

function forecastInWords({ pace, through, earliest, latest }: Forecast): Text {
  if (through === undefined) return say("impact.never");
  const day = dayInWords(through);
  if (earliest === undefined || earliest === latest) return say("impact.through", { day });
  const between = { day, earliest: dayInWords(earliest) };
  if (latest !== undefined) return say("impact.through-between", { ...between, latest: dayInWords(latest) });
  return say(pace.slowest === 0 ? "impact.through-nothing" : "impact.through-years", between);
}

function whyNoForecast({ because, count }: NoForecast): Text {
  switch (because) {
    case "few-weeks":
    case "few-closed":
    case "few-busy-weeks":
    case "many-open":
      return say(`why-no-day.${because}`, { count });
    case "many-closed":
      return say("why-no-day.many-closed");
    default:
      return unreachable(because);
  }
}

function personInWords(person: PersonImpact): Text {
  const { login, work, limit } = person;
  return sentences([
    say("impact.person", { login: inlineText(login, 60), work: workInWords(work, "open-here") }),
    ...(hasTooMuch(person) ? [say("impact.person-over", { limit: limit ?? 0 })] : []),
  ]);
}

function iterationInWords(iteration: IterationImpact): Text {
  const { title, start, end, work, isOurs } = iteration;
  return sentences([
    say("impact.iteration", {
      title: inlineText(title, 80),
      start: dayInWords(start),
      end: dayInWords(end),
      work: workInWords(work, isOurs ? "planned-with" : "planned"),
    }),
    ...pastInWords(iteration),
    ...(isTooFull(iteration) ? [say("impact.iteration-over")] : []),
  ]);
}

function pastInWords({ past }: IterationImpact): Text[] {
  if (!past) return [];
  const { unit, least, most, iterations } = past;
  const amount = amountInWords(most, unit);
  return [
    least === most
      ? say("impact.iteration-past", { iterations, amount })
      : say("impact.iteration-past-range", { iterations, amount, least: round(least) }),
  ];
}

/** `12 issues are open with this one (estimates: 34; of 3 without one, each counts as 2)`. */
function workInWords(
  { issues: count, isAll, estimates }: WorkAmount,
  are: "open-with" | "open-here" | "planned" | "planned-with",
): Text {
  const issues = amountInWords(count, "issues");
  const all = isAll ? issues : say("work.more-than", { issues });
  const work = say(`work.${are}`, { isOne: isOne(count), issues: all });
  if (!estimates) return work;
  const { total, without, usual } = estimates;
  if (without === 0) return say("work.estimates", { work, total: round(total) });
  return say("work.estimates-assumed", {
    work,
    total: round(total),
    issues: amountInWords(without, "issues"),
    usual: round(usual),
    isOne: isOne(without),
  });
}

function amountInWords(number: number, unit: WorkUnit): Text {
  return unit === "issues"
    ? say("amount.issues", { isOne: isOne(number), count: round(number) })
    : say("amount.estimates", { count: round(number) });
}

/** By what is shown: 1.04 is `1 issue`. */
function isOne(number: number): "yes" | "no" {
  return round(number) === "1" ? "yes" : "no";
}

/** To one decimal; more would look surer than it is. */
function round(number: number): string {
  return String(Math.round(number * 10) / 10);
}
