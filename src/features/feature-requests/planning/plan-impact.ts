/**
 * What accepting a request means for the plan, as it was reckoned on one day. Plain data, part of the request's record.
 * Days are `YYYY-MM-DD` in UTC, weeks are seven days.
 */
export interface PlanImpact {
  /** The day it was reckoned on. */
  readonly on: string;
  readonly milestone?: MilestoneImpact;
  readonly people: readonly PersonImpact[];
  readonly iterations: readonly IterationImpact[];
  /** Set where a board would count and nothing of it is told. */
  readonly board?: UntoldBoard;
}

/** `hidden`: not everybody who reads the thread may see it. `too-big`: more items than are read. */
export type UntoldBoard = "hidden" | "too-big";

/** An amount of work. */
export interface WorkAmount {
  readonly issues: number;
  /** Whether all were counted; there are more otherwise. */
  readonly isAll: boolean;
  /** Of all of them, where at least half have an estimate; each of those without counts as `usual`. */
  readonly estimates?: { readonly total: number; readonly without: number; readonly usual: number };
}

/** The request's issue is part of the work. */
export interface MilestoneImpact {
  readonly title: string;
  readonly due?: string;
  readonly work: WorkAmount;
  readonly forecast: Forecast | NoForecast;
}

/** What is reckoned with: estimates where both the milestone and the past have them, else issues. */
export type WorkUnit = "issues" | "estimates";

/** Estimates have a pace of their own where they are known. */
export interface Paces {
  readonly issues: Pace;
  readonly estimates?: Pace;
}

/** How much was done in a week, over so many of them. */
export interface Pace {
  readonly unit: WorkUnit;
  readonly weeks: number;
  readonly perWeek: number;
  /** The same in the slowest and in the fastest four weeks in a row. */
  readonly slowest: number;
  readonly fastest: number;
  /** Weeks that stood out so far that they count as busy ones. */
  readonly cut: number;
}

export interface Forecast {
  readonly pace: Pace;
  /** When the milestone is through if nothing else is done. Missing: in more than two years. */
  readonly through?: string;
  /** The same at the pace of the fastest and the slowest four weeks. */
  readonly earliest?: string;
  readonly latest?: string;
}

/**
 * Why there is no forecast, with the number that was too small: of weeks, of closed issues, of weeks in which any were
 * closed, of weeks in which all are known, or of open issues that were counted.
 */
export interface NoForecast {
  readonly because: "few-weeks" | "few-closed" | "few-busy-weeks" | "many-closed" | "many-open";
  readonly count: number;
}

export interface PersonImpact {
  readonly login: string;
  /** Open issues in this repository, the request's among them. */
  readonly work: WorkAmount;
  /** How many were set as enough for one person; missing where no limit is set. */
  readonly limit?: number;
}

/** An iteration of the board. */
export interface IterationImpact {
  readonly title: string;
  readonly start: string;
  /** Its last day. */
  readonly end: string;
  readonly work: WorkAmount;
  /** Whether the request's issue was put into it, and is part of the work. */
  readonly isOurs: boolean;
  /** Least and most that was done in one of the iterations before; missing where too few are known. */
  readonly past?: {
    readonly unit: WorkUnit;
    readonly least: number;
    readonly most: number;
    readonly iterations: number;
  };
}

/** Whether the milestone would be through too late. */
export function isLate({ due, forecast }: MilestoneImpact): boolean {
  if (due === undefined || "because" in forecast) return false;
  return forecast.through === undefined || forecast.through > due;
}

export function hasTooMuch({ work, limit }: PersonImpact): boolean {
  return limit !== undefined && work.issues > limit;
}

/** Whether more is planned for an iteration than was done in any of the ones before. */
export function isTooFull({ work, past }: IterationImpact): boolean {
  return past !== undefined && amountIn(past.unit, work) > past.most;
}

export function amountIn(unit: WorkUnit, { issues, estimates }: WorkAmount): number {
  return unit === "estimates" ? (estimates?.total ?? issues) : issues;
}
