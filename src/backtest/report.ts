import { pickCases, type Cases } from "./cases.ts";
import { judge } from "./judge.ts";
import { measure, measureWaiting, type Figures, type Waiting } from "./measure.ts";
import { notesOn } from "./notes.ts";
import { recommendThreshold, type CurvePoint, type Recommendation } from "./recommend-threshold.ts";
import { scopeOf, type Scope } from "./scope.ts";
import type { History } from "./history.ts";
import type { Replayed } from "./replay.ts";

/**
 * The result of a back-test: the shape of `--format json`. A change that breaks readers raises `version`; new members
 * do not. Shares are from 0 to 1, times in hours by the calendar, dates ISO 8601 in UTC.
 */
export interface BacktestReport {
  readonly report: "frontdesk-backtest";
  readonly version: 1;
  /** `owner/name`. */
  readonly repository: string;
  readonly madeAt: string;
  readonly scope: Scope;
  /** What a reader must know before believing any figure. */
  readonly notes: readonly string[];
  readonly waiting: Waiting;
  /** With the threshold that is in force. */
  readonly current: Figures;
  readonly recommendation: Recommendation;
  /** With the recommended one. */
  readonly recommended: Figures;
  /** By threshold, lowest first. */
  readonly curve: readonly CurvePoint[];
  /** At the recommended threshold. */
  readonly cases: Cases;
  /** Every question, in the order of time, for analyses of your own. */
  readonly questions: readonly QuestionRow[];
}

export interface QuestionRow {
  readonly number: number;
  readonly askedAt: string;
  /** Ids and confidences of what was found, best first; ten at most. */
  readonly found: readonly { readonly id: string; readonly confidence: number }[];
  /** Ids of what truly answered; a page as a whole is `page:…`. Empty where nobody linked anything. */
  readonly answeredBy: readonly string[];
  /** Those of them that were known when the question was asked. */
  readonly knownThen: readonly string[];
}

export interface ReportOptions {
  /** The threshold in force in the project. */
  readonly threshold: number;
  /** The one that is shipped: what is kept where history says too little. */
  readonly shipped: number;
  /** Most links in one comment. */
  readonly limit: number;
  readonly madeAt: Date;
}

/** Thresholds that are tried. */
const thresholds = Array.from({ length: 100 }, (_, hundredths) => hundredths / 100);

/** Measures a replay: figures, recommended threshold, and the cases to look at. */
export function toReport(history: History, replayed: readonly Replayed[], options: ReportOptions): BacktestReport {
  const { threshold, shipped, limit, madeAt } = options;
  const judgedAt = (at: number) => replayed.map((it) => judge(it, at, limit));
  const curve = thresholds.map((at) => pointOf(at, judgedAt(at)));
  const recommendation = recommendThreshold(curve, shipped);
  const recommended = judgedAt(recommendation.threshold);
  return {
    report: "frontdesk-backtest",
    version: 1,
    repository: `${history.home.owner}/${history.home.name}`,
    madeAt: madeAt.toISOString(),
    scope: scopeOf(history, replayed),
    notes: notesOn(history, replayed),
    waiting: measureWaiting(recommended),
    current: measure(judgedAt(threshold), threshold),
    recommendation,
    recommended: measure(recommended, recommendation.threshold),
    curve,
    cases: pickCases(recommended),
    questions: replayed.map(toRow),
  };
}

function pointOf(threshold: number, judged: readonly ReturnType<typeof judge>[]): CurvePoint {
  const spoken = judged.filter(({ posted }) => posted.length > 0);
  const judgedPosts = spoken.filter(({ isJudged }) => isJudged);
  return {
    threshold,
    answerRate: judged.length === 0 ? 0 : spoken.length / judged.length,
    judgedPosts: judgedPosts.length,
    helpfulPosts: judgedPosts.filter(({ rightAt }) => rightAt !== undefined).length,
  };
}

function toRow({ thread, found, truths, knownTruths }: Replayed): QuestionRow {
  return {
    number: thread.number,
    askedAt: thread.createdAt.toISOString(),
    found: found.map(({ id, confidence }) => ({ id, confidence: Math.round(confidence * 1e4) / 1e4 })),
    answeredBy: truths.map(({ id, group }) => id ?? group),
    knownThen: knownTruths.map(({ id, group }) => id ?? group),
  };
}
