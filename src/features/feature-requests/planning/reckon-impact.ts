import type { BoardWork, ClosedWork, PlannedIssue, PlannedWork } from "../../../core/planned-work.ts";
import type { ProjectField } from "../../../core/project.ts";
import { forecastWork } from "./forecast-milestone.ts";
import { iterationLoads } from "./iteration-loads.ts";
import { measureWork } from "./measure-work.ts";
import type { MilestoneImpact, PlanImpact, UntoldBoard } from "./plan-impact.ts";
import { weeklyPaces } from "./weekly-pace.ts";

/** What was read for reckoning what a request means for the plan. */
export interface PlanningFacts {
  readonly milestone?: { readonly title: string; readonly due?: string; readonly work: PlannedWork };
  /** What was closed in the last quarter; read where there is a milestone. */
  readonly closed?: ClosedWork;
  readonly people: readonly { readonly login: string; readonly work: PlannedWork }[];
  readonly board?: {
    readonly field: Extract<ProjectField, { readonly type: "iteration" }>;
    readonly work: BoardWork;
  };
  readonly untoldBoard?: UntoldBoard;
  /** The issue of the request: by its number where it is there already. */
  readonly issue: RequestedWork;
}

export interface RequestedWork {
  readonly number?: number;
  readonly estimate?: number;
  /** Id of the iteration it is put into. */
  readonly iteration?: string;
}

/** Undefined where nothing is planned that a request could change: no milestone, nobody, no iteration. */
export function reckonImpact(facts: PlanningFacts, limit: number, now: Date): PlanImpact | undefined {
  const { board, issue, untoldBoard } = facts;
  const milestone = milestoneImpact(facts, now);
  const people = facts.people.map(({ login, work }) => {
    return { login, work: withIssue(work, issue), ...(limit > 0 && { limit }) };
  });
  const { iteration, estimate } = issue;
  const added = iteration === undefined ? undefined : { iteration, ...(estimate !== undefined && { estimate }) };
  const iterations = board ? iterationLoads(board.field, board.work, added, now) : [];
  if (!milestone && people.length === 0 && iterations.length === 0) return undefined;
  return {
    on: now.toISOString().slice(0, 10),
    ...(milestone && { milestone }),
    people,
    iterations,
    ...(untoldBoard && { board: untoldBoard }),
  };
}

function milestoneImpact({ milestone, closed, issue }: PlanningFacts, now: Date): MilestoneImpact | undefined {
  if (!milestone || !closed) return undefined;
  const { title, due } = milestone;
  const work = withIssue(milestone.work, issue);
  const begun = firstOpened([...closed.issues, ...milestone.work.issues], now);
  const forecast = forecastWork(work, weeklyPaces(closed, begun, now), now);
  return { title, ...(due !== undefined && { due }), work, forecast };
}

/** The work with the request's issue, which may be among it already. */
function withIssue({ issues, isAll }: PlannedWork, { number, estimate }: RequestedWork) {
  const others = issues.filter((it) => it.number !== number);
  const known = issues.find((it) => it.number === number)?.estimate;
  const size = estimate ?? known;
  return measureWork([...others, size === undefined ? {} : { estimate: size }], isAll);
}

function firstOpened(issues: readonly PlannedIssue[], now: Date): Date {
  return new Date(issues.reduce((first, { openedAt }) => Math.min(first, openedAt.getTime()), now.getTime()));
}
