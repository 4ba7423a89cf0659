import { hoursToAnswer, hoursToFirstResponse } from "./response-times.ts";
import type { Judged } from "./judge.ts";
import { percentile, wilson, z95 } from "./statistics.ts";

/** A share with what it is a share of. */
export interface Share {
  /** From 0 to 1; null where there was nothing to measure. */
  readonly value: number | null;
  readonly hits: number;
  readonly n: number;
  /** Wilson's 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/** Times in hours by the calendar; null where there were none. */
export interface Hours {
  readonly median: number | null;
  readonly p90: number | null;
  readonly n: number;
}

/** What a threshold would have done. What each figure means stands in `definitions`. */
export interface Figures {
  readonly threshold: number;
  readonly silenceRate: Share;
  readonly precisionAt1: Share;
  readonly precisionAt3: Share;
  readonly exactAt3: Share;
  readonly answersFound: Share;
  readonly spokeWithoutAnswer: Share;
  readonly unansweredServed: Share;
  readonly deflectionKnown: Share;
  /** Answer rate × precision at 3; null where nothing was judged. */
  readonly deflectionEstimate: number | null;
  readonly timeSaved: Hours;
}

/** Measures one threshold over all questions, judged at it. */
export function measure(judged: readonly Judged[], threshold: number): Figures {
  const spoken = judged.filter(({ posted }) => posted.length > 0);
  const judgedPosts = spoken.filter(({ isJudged }) => isJudged);
  const helpful = judgedPosts.filter(({ rightAt }) => rightAt !== undefined);
  const answerable = judged.filter(({ couldAnswer }) => couldAnswer);
  const later = judged.filter(({ hasTruth, couldAnswer }) => hasTruth && !couldAnswer);
  const alone = judged.filter(({ replayed }) => hoursToFirstResponse(replayed.thread) === undefined);
  const precisionAt3 = shareOf(judgedPosts, ({ rightAt }) => rightAt !== undefined);
  return {
    threshold,
    silenceRate: shareOf(judged, isSilent),
    precisionAt1: shareOf(judgedPosts, ({ rightAt }) => rightAt === 1),
    precisionAt3,
    exactAt3: shareOf(judgedPosts.filter(namesExactly), ({ exactAt }) => exactAt !== undefined),
    answersFound: shareOf(answerable, ({ rightAt }) => rightAt !== undefined),
    spokeWithoutAnswer: shareOf(later, (it) => !isSilent(it)),
    unansweredServed: shareOf(alone, (it) => !isSilent(it)),
    deflectionKnown: shareOf(judged, ({ rightAt }) => rightAt !== undefined),
    deflectionEstimate:
      precisionAt3.value === null ? null : precisionAt3.value * (spoken.length / Math.max(1, judged.length)),
    timeSaved: hoursOf(helpful.map(({ replayed }) => hoursToFirstResponse(replayed.thread))),
  };
}

/** How long people waited, whatever Frontdesk would have done. */
export interface ResponseTimes {
  readonly firstResponse: Hours;
  readonly answer: Hours;
  /** Questions to which nobody has responded to this day. */
  readonly unanswered: Share;
}

export function measureResponseTimes(judged: readonly Judged[]): ResponseTimes {
  const threads = judged.map(({ replayed }) => replayed.thread);
  return {
    firstResponse: hoursOf(threads.map(hoursToFirstResponse)),
    answer: hoursOf(threads.map(hoursToAnswer)),
    unanswered: shareOf(threads, (thread) => hoursToFirstResponse(thread) === undefined),
  };
}

export function isSilent({ posted }: Judged): boolean {
  return posted.length === 0;
}

function namesExactly({ replayed }: Judged): boolean {
  return replayed.truths.some(({ id }) => id !== undefined);
}

function shareOf<Item>(items: readonly Item[], isHit: (item: Item) => boolean): Share {
  const hits = items.filter(isHit).length;
  const n = items.length;
  return { value: n === 0 ? null : hits / n, hits, n, ...wilson(hits, n, z95) };
}

function hoursOf(times: readonly (number | undefined)[]): Hours {
  const known = times.filter((it) => it !== undefined);
  return { median: percentile(known, 0.5) ?? null, p90: percentile(known, 0.9) ?? null, n: known.length };
}
