import { wilson, z80 } from "./statistics.ts";

/** What posts at one threshold did, as far as they could be judged. */
export interface CurvePoint {
  readonly threshold: number;
  /** Share of all questions on which something would be posted. */
  readonly answerRate: number;
  /** Posts on questions of which it is known what answered them. */
  readonly judgedPosts: number;
  /** Those of them with a right link. */
  readonly helpfulPosts: number;
}

/** Which threshold a project should use, and why. */
export interface Recommendation {
  readonly threshold: number;
  /**
   * `fitted`: the history shows it. `few-cases`: there are too few, so the default stays. `not-reached`: no threshold
   * reaches the target; this is the one that comes closest.
   */
  readonly basis: "fitted" | "few-cases" | "not-reached";
  /** Judged posts it rests on. */
  readonly cases: number;
  /** The reason, for people. */
  readonly because: string;
}

/** Share of posts that should help: a weak match is worse than none (microsoft/vscode#93360). */
export const targetPrecision = 0.7;

/** With fewer judged posts than this, chance decides. */
export const minCases = 30;

/**
 * No other threshold is recommended. Judged questions are mostly those that had an answer; on the others nobody can tell
 * how a post would do, so where the finder itself doubts that much, history does not overrule it.
 */
const bounds = { lowest: 0.3, highest: 0.95 };

/**
 * The smallest threshold from which on posts help often enough. Often enough: the lower end of Wilson's interval (80 %,
 * one-sided) reaches the target, and of no higher threshold it is shown that it misses the target, so that one lucky run of
 * cases does not decide. `curve` in any order.
 */
export function recommendThreshold(curve: readonly CurvePoint[], shipped: number): Recommendation {
  const measurable = curve
    .filter((it) => it.judgedPosts >= minCases && it.threshold >= bounds.lowest && it.threshold <= bounds.highest)
    .sort((a, b) => b.threshold - a.threshold);
  if (measurable.length === 0) return keepDefault(curve, shipped);
  const doubtful = measurable.findIndex((it) => intervalOf(it).high < targetPrecision);
  const steady = doubtful === -1 ? measurable : measurable.slice(0, doubtful);
  const fitted = steady.filter((it) => intervalOf(it).low >= targetPrecision).at(-1);
  return fitted === undefined ? closestRecommendation(measurable, shipped) : fittedRecommendation(fitted);
}

function fittedRecommendation(point: CurvePoint): Recommendation {
  const { threshold, judgedPosts, helpfulPosts } = point;
  const share = `${helpfulPosts} of ${judgedPosts} posts that could be judged had a right link (${percent(shareOf(point))})`;
  const isLowest = threshold <= bounds.lowest;
  const lower = isLowest ? "A lower threshold is never recommended." : "At lower thresholds that is not shown.";
  return {
    threshold,
    basis: "fitted",
    cases: judgedPosts,
    because: `From ${threshold.toFixed(2)} on, ${share}; with this many cases the true share is most likely above ${percent(targetPrecision)}. ${lower} It would have spoken on ${percent(point.answerRate)} of the questions.`,
  };
}

function keepDefault(curve: readonly CurvePoint[], shipped: number): Recommendation {
  const cases = Math.max(0, ...curve.map(({ judgedPosts }) => judgedPosts));
  return {
    threshold: shipped,
    basis: "few-cases",
    cases,
    because: `At most ${cases} posts could be judged, and fewer than ${minCases} tell nothing about a threshold, so stay with the default, ${shipped.toFixed(2)}. More history, or shadow mode for some weeks, gives more cases.`,
  };
}

/** Never below what is shipped: where history shows no good threshold it is no reason to speak more. */
function closestRecommendation(measurable: readonly CurvePoint[], shipped: number): Recommendation {
  const best = measurable.reduce((one, other) => (intervalOf(other).low > intervalOf(one).low ? other : one));
  const threshold = Math.max(best.threshold, shipped);
  return {
    threshold,
    basis: "not-reached",
    cases: best.judgedPosts,
    because: `No threshold shows that ${percent(targetPrecision)} of the posts helped: the best with enough cases is ${best.threshold.toFixed(2)}, with ${best.helpfulPosts} of ${best.judgedPosts}. A weak match is worse than none, so it stays at ${threshold.toFixed(2)}. People do not link everything that would have helped, so read the cases before you conclude that it is too weak, and begin in shadow mode.`,
  };
}

function shareOf({ helpfulPosts, judgedPosts }: CurvePoint): number {
  return judgedPosts === 0 ? 0 : helpfulPosts / judgedPosts;
}

function intervalOf({ helpfulPosts, judgedPosts }: CurvePoint): { readonly low: number; readonly high: number } {
  return wilson(helpfulPosts, judgedPosts, z80);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
