import { judge } from "../measures/judge.ts";
import { type Figures, measure, measureResponseTimes, type ResponseTimes } from "../measures/measure.ts";
import { type CurvePoint, type Recommendation, recommendThreshold } from "../measures/recommend-threshold.ts";
import type { History } from "../replay/history.ts";
import type { ReplayedQuestion } from "../replay/replay.ts";
import { type Cases, pickCases } from "./cases.ts";
import { notesOn } from "./notes.ts";
import { fullName } from "../../core/repository-name.ts";

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
  readonly waiting: ResponseTimes;
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

/** Measures a replay: figures, recommended threshold, and the cases to read. */
export function toReport(
  history: History,
  replayed: readonly ReplayedQuestion[],
  options: ReportOptions,
): BacktestReport {
  const { threshold, shipped, limit, madeAt } = options;
  const judgedAt = (at: number) => replayed.map((it) => judge(it, at, limit));
  const curve = thresholds.map((at) => pointOf(at, judgedAt(at)));
  const recommendation = recommendThreshold(curve, shipped);
  const recommended = judgedAt(recommendation.threshold);
  return {
    report: "frontdesk-backtest",
    version: 1,
    repository: fullName(history.home),
    madeAt: madeAt.toISOString(),
    scope: scopeOf(history, replayed),
    notes: notesOn(history, replayed),
    waiting: measureResponseTimes(recommended),
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

function toRow({ thread, found, truths, knownTruths }: ReplayedQuestion): QuestionRow {
  return {
    number: thread.number,
    askedAt: thread.createdAt.toISOString(),
    found: found.map(({ id, confidence }) => ({ id, confidence: Math.round(confidence * 1e4) / 1e4 })),
    answeredBy: truths.map(({ id, group }) => id ?? group),
    knownThen: knownTruths.map(({ id, group }) => id ?? group),
  };
}

/** What went into a back-test. */
export interface Scope {
  /** Discussions that were read, of any category. */
  readonly threads: number;
  readonly pages: number;
  readonly sections: number;
  /** Questions that were replayed, and when the first and the last of them were asked. */
  readonly questions: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Questions of which somebody wrote down what answered: those that can be judged. */
  readonly judged: number;
  /** Those of them whose answer was known when they were asked. */
  readonly answerable: number;
}

export function scopeOf({ threads, pages }: History, replayed: readonly ReplayedQuestion[]): Scope {
  const judged = replayed.filter(({ truths }) => truths.length > 0);
  const dates = replayed.map(({ thread }) => thread.createdAt.toISOString());
  return {
    threads: threads.length,
    pages: pages.length,
    sections: pages.reduce((sum, { sections }) => sum + sections.length, 0),
    questions: replayed.length,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    judged: judged.length,
    answerable: judged.filter(({ knownTruths }) => knownTruths.length > 0).length,
  };
}

/** The report as JSON in the shape of `BacktestReport`, with a line break at its end. */
export function reportJson(report: BacktestReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
