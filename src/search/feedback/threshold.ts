import { dayMs } from "../../core/clock.ts";
import type { FittedThreshold, ThresholdInForce } from "../../core/suggestion.ts";
import type { Verdict } from "./verdicts.ts";

/** How sure the finder must be where a repository has neither set a threshold nor had one fitted. */
export const defaultThreshold = 0.6;

/** Opinions older than this, in days, say little about the docs and the finder of today. */
const maxAgeDays = 180;
/** Posts that count, newest first. */
export const maxVerdicts = 50;
/** With fewer, the threshold stays where it is. */
const minVerdicts = 8;

/** Of the posts at the threshold so many are meant to help; feedback moves the threshold towards that. */
const wantedShare = 0.7;
/** Posts that are taken to have been judged already, the wanted share of them helpful: the weight of the prior. */
const priorVerdicts = 20;
/** So much of a difference to the wanted share makes one step. One more verdict is less than that: 1 of 28 at most. */
const sharePerStep = 0.05;
/** One step of the threshold, and the most steps it is moved. */
const step = 0.02;
const maxSteps = 7;

/** Where a threshold begins, before people say anything. */
export interface ThresholdBase {
  /** `related-answers.threshold` of the config. */
  readonly configured: number | "auto";
  readonly fitted: FittedThreshold | undefined;
}

/** Feedback from then on may move the threshold: a fitted one has learnt from all that came before it. */
export function feedbackSince({ fitted }: Pick<ThresholdBase, "fitted">, now: Date): Date {
  const oldest = now.getTime() - maxAgeDays * dayMs;
  return new Date(Math.max(oldest, fitted?.at.getTime() ?? 0));
}

/**
 * How sure one has to be, and why. A number in the config is taken as it is. Otherwise the repository's fitted
 * threshold, or the package's, is moved by what people thought of the last posts: upwards when fewer helped than
 * wanted, downwards when more did, in steps of 0.02, at most 0.14 either way. `verdicts` are newest first.
 *
 * The share of helpful posts is the mean of its posterior under a Beta prior around the wanted share (Gelman et al.,
 * Bayesian Data Analysis, 3rd edition, section 2.4), so that few posts move little.
 */
export function thresholdInForce(
  { configured, fitted }: ThresholdBase,
  verdicts: readonly Verdict[],
): ThresholdInForce {
  if (configured !== "auto") {
    return { value: configured, base: configured, from: "config", moved: 0, because: "as configured" };
  }
  const base = fitted?.threshold ?? defaultThreshold;
  const judged = verdicts.slice(0, maxVerdicts);
  const helpful = judged.filter((it) => it.helpful).length;
  const value = round(Math.min(1, Math.max(0, base + step * stepsFor(helpful, judged.length))));
  const moved = round(value - base);
  const origin = fitted ? `fitted by ${fitted.from} on ${fitted.cases} questions` : "as shipped";
  const change = `${Math.abs(moved)} ${moved > 0 ? "more" : "less"} since ${helpful} of the last ${judged.length} judged posts helped`;
  const because = moved === 0 ? origin : `${round(base)} ${origin}, ${change}`;
  return { value, base, from: fitted ? "fitted" : "default", moved, because };
}

/** Steps to move the threshold, upwards when too few posts helped; none while too few were judged. */
function stepsFor(helpful: number, judged: number): number {
  if (judged < minVerdicts) return 0;
  const share = (helpful + wantedShare * priorVerdicts) / (judged + priorVerdicts);
  const steps = Math.trunc(round((wantedShare - share) / sharePerStep));
  return Math.min(maxSteps, Math.max(-maxSteps, steps));
}

/** Decimal places beyond the fourth are noise of the arithmetic, which must not decide about a step. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000 + 0;
}
